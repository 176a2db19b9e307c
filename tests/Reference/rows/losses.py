"""Losses, and compositions of layers."""
import torch
import torch.nn.functional as F

from operands import numbers, zeros_between

LABELS = torch.tensor([2, 0, 1, 2])
MAP = torch.tensor([[[2, 0, -100], [1, 1, 2]], [[0, -100, 1], [2, 2, 0]]])
PLAIN_MAP = torch.tensor([[[2, 0, 1], [1, 1, 2]], [[0, 1, 1], [2, 2, 0]]])
WEIGHT = torch.tensor([1.0, 2.0, 0.5])
ROWS = torch.tensor([[0.5], [1.0], [2.0], [3.0]])
PROBABILITIES = numbers((4, 3), 122, 0.0, 1.0)

SIGNS = torch.tensor([[1.0, -1.0, 1.0], [-1.0, 1.0, -1.0], [1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])
NUMBERS = torch.tensor([[3, 0, -1, 1], [2, -1, 2, 0]])


def multi_margin(x, labels, p=1, weight=torch.ones(3)):
    """F.multi_margin_loss of each row: of PyTorch's own there is no second derivative."""
    others = 1 - F.one_hot(labels, x.shape[1])
    losses = ((1 - x.gather(1, labels[:, None]) + x).relu().pow(p) * others).mean(1) * weight[labels]
    assert torch.allclose(losses, F.multi_margin_loss(x, labels, p, weight=weight, reduction="none"))
    return losses


def multilabel_margin(x, labels):
    """F.multilabel_margin_loss, in the same way."""
    right = torch.tensor([[row.tolist()[: row.tolist().index(-1)].count(i) for i in range(len(row))] for row in labels])
    pairs = (1 - x[:, :, None] + x[:, None, :]).relu() * right[:, :, None] * (right == 0)[:, None, :]
    loss = pairs.sum((1, 2)).mean() / x.shape[1]
    assert torch.allclose(loss, F.multilabel_margin_loss(x, labels))
    return loss


CASES = [
    ("mse_loss", lambda p, t: F.mse_loss(p, t), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("mse_loss sum", lambda p, t: F.mse_loss(p, t, reduction="sum"), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("mse_loss none", lambda p, t: F.mse_loss(p, t, reduction="none"), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("l1_loss", lambda p, t: F.l1_loss(p, t), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("l1_loss where equal", lambda p: F.l1_loss(p, torch.zeros(4, 2)), [zeros_between((4, 2), 87)]),
    ("cross_entropy", lambda x: F.cross_entropy(x, LABELS), [numbers((4, 3), 89)]),
    ("cross_entropy of one row", lambda x: F.cross_entropy(x, LABELS[0]), [numbers((3,), 97)]),
    ("cross_entropy none", lambda x: F.cross_entropy(x, LABELS, reduction="none"), [numbers((4, 3), 89)]),
    ("cross_entropy of maps", lambda x: F.cross_entropy(x, MAP, weight=WEIGHT), [numbers((2, 3, 2, 3), 123)]),
    ("cross_entropy of maps none", lambda x: F.cross_entropy(x, MAP, weight=WEIGHT, reduction="none"),
     [numbers((2, 3, 2, 3), 123)]),
    ("cross_entropy smooth", lambda x: F.cross_entropy(x, MAP, weight=WEIGHT, label_smoothing=0.3),
     [numbers((2, 3, 2, 3), 123)]),
    ("cross_entropy smooth sum", lambda x: F.cross_entropy(x, LABELS, label_smoothing=0.3, reduction="sum"),
     [numbers((4, 3), 89)]),
    ("cross_entropy soft", lambda x, p: F.cross_entropy(x, p), [numbers((4, 3), 89), numbers((4, 3), 122, 0.0, 1.0)]),
    ("cross_entropy soft and smooth", lambda x, p: F.cross_entropy(x, p, weight=WEIGHT, label_smoothing=0.2),
     [numbers((4, 3), 89), numbers((4, 3), 122, 0.0, 1.0)]),
    ("cross_entropy soft none", lambda x, p: F.cross_entropy(x, p, reduction="none"),
     [numbers((2, 3, 4), 89), numbers((2, 3, 4), 122, 0.0, 1.0)]),
    ("nll_loss", lambda x: F.nll_loss(x, LABELS), [numbers((4, 3), 89)]),
    ("nll_loss of maps", lambda x: F.nll_loss(x, MAP, weight=WEIGHT), [numbers((2, 3, 2, 3), 123)]),
    ("nll_loss of maps none", lambda x: F.nll_loss(x, PLAIN_MAP, ignore_index=1, reduction="none"),
     [numbers((2, 3, 2, 3), 123)]),
    ("binary_cross_entropy_with_logits", lambda x, t: F.binary_cross_entropy_with_logits(x, t),
     [numbers((4, 3), 124, -9.0, 9.0), PROBABILITIES]),
    ("binary_cross_entropy_with_logits weighted",
     lambda x, t: F.binary_cross_entropy_with_logits(x, t, ROWS, pos_weight=WEIGHT, reduction="sum"),
     [numbers((4, 3), 124), PROBABILITIES]),
    ("soft_margin_loss", lambda x, t: (-t * x).exp().log1p().mean(), [numbers((4, 3), 124), numbers((4, 3), 121)]),
    ("smooth_l1_loss", lambda p, t: F.smooth_l1_loss(p, t, beta=0.7), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("huber_loss", lambda p, t: F.huber_loss(p, t, delta=0.7), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("binary_cross_entropy", lambda x, t: F.binary_cross_entropy(x, t), [numbers((4, 3), 126, 0.1, 0.9), PROBABILITIES]),
    ("binary_cross_entropy weighted", lambda x: F.binary_cross_entropy(x, PROBABILITIES, ROWS, reduction="sum"),
     [numbers((4, 3), 126, 0.1, 0.9)]),
    ("kl_div", lambda x, t: F.kl_div(x, t, reduction="batchmean"), [numbers((4, 3), 89), PROBABILITIES]),
    ("kl_div of logarithms", lambda x, t: F.kl_div(x, t, log_target=True), [numbers((4, 3), 89), numbers((4, 3), 127)]),
    ("kl_div at target 0", lambda x: F.kl_div(x, torch.zeros(4, 3), reduction="sum"), [numbers((4, 3), 89)]),
    ("poisson_nll_loss", lambda x, t: F.poisson_nll_loss(x, t, full=True),
     [numbers((4, 3), 89), numbers((4, 3), 128, 0.1, 5.0)]),
    ("poisson_nll_loss of means", lambda x, t: F.poisson_nll_loss(x, t, log_input=False),
     [numbers((4, 3), 128, 0.1, 5.0), numbers((4, 3), 129, 0.1, 5.0)]),
    ("gaussian_nll_loss", lambda x, t, v: F.gaussian_nll_loss(x, t, v, full=True),
     [numbers((4, 3), 89), numbers((4, 3), 130), numbers((4,), 131, 0.2, 3.0)]),
    ("hinge_embedding_loss", lambda x: x * F.hinge_embedding_loss(x, SIGNS, margin=0.5), [numbers((4, 3), 124)]),
    ("margin_ranking_loss", lambda a, b: F.margin_ranking_loss(a * a, b, SIGNS, margin=0.3),
     [numbers((4, 3), 124), numbers((4, 3), 132)]),
    ("cosine_embedding_loss", lambda a, b: F.cosine_embedding_loss(a, b, SIGNS[:, 0], margin=-0.2, reduction="none"),
     [numbers((4, 3), 124), numbers((4, 3), 132)]),
    ("triplet_margin_loss", lambda a, p, n: F.triplet_margin_loss(a, p, n, margin=2.0, swap=True),
     [numbers((4, 3), 124), numbers((4, 3), 132), numbers((4, 3), 133)]),
    ("multi_margin_loss", lambda x: multi_margin(x, LABELS).mean() * x, [numbers((4, 3), 89)]),
    ("multi_margin_loss squared", lambda x: multi_margin(x, LABELS, 2, WEIGHT), [numbers((4, 3), 89)]),
    ("multilabel_soft_margin_loss", lambda x: F.multilabel_soft_margin_loss(x, PROBABILITIES, WEIGHT),
     [numbers((4, 3), 89)]),
    ("multilabel_margin_loss", lambda x: multilabel_margin(x, NUMBERS) * x, [numbers((2, 4), 134)]),
    ("pairwise_distance", lambda a, b: F.pairwise_distance(a, b, p=3), [numbers((4, 3), 124), numbers((4, 3), 132)]),
    ("cosine_similarity", lambda a, b: F.cosine_similarity(a, b), [numbers((4, 3), 124), numbers((4, 1), 132)]),
    ("glu", lambda x: F.glu(x, 0), [numbers((4, 3), 124)]),
    ("softmin", lambda x: F.softmin(x, 1), [numbers((4, 3), 124)]),
    ("mlp", lambda x, w, b, v: F.mse_loss((x @ w + b).tanh() @ v, torch.ones(4, 1)),
     [numbers((4, 3), 90), numbers((3, 5), 91), numbers((5,), 92), numbers((5, 1), 93)]),
    ("negative log likelihood", lambda w, x: -(w @ x).softmax(0).log()[1], [numbers((3, 2), 94), numbers((2,), 95)]),
]
