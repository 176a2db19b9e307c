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
    ("mlp", lambda x, w, b, v: F.mse_loss((x @ w + b).tanh() @ v, torch.ones(4, 1)),
     [numbers((4, 3), 90), numbers((3, 5), 91), numbers((5,), 92), numbers((5, 1), 93)]),
    ("negative log likelihood", lambda w, x: -(w @ x).softmax(0).log()[1], [numbers((3, 2), 94), numbers((2,), 95)]),
]
