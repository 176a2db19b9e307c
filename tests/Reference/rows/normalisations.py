"""Normalisations, dropout of a given mask, and attention."""
import torch
import torch.nn.functional as F

from operands import numbers

MASK = torch.tensor([[1.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, 0.0], [1.0, 1.0, 1.0, 1.0]])
QUERIES = [numbers((2, 3, 4), 150), numbers((2, 5, 4), 151), numbers((2, 5, 3), 152)]
MEAN, VARIANCE = torch.tensor([-0.5, 0.25, 1.0, -1.5]), torch.tensor([0.5, 2.0, 1.0, 0.75])
IMAGES = [numbers((3, 4, 2, 2), 142), numbers((4,), 143), numbers((4,), 144)]


def rms_norm(x, weight=None, eps=1e-5):
    """As PyTorch 2 defines it; 1.13 lacks it."""
    normal = x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)
    return normal if weight is None else normal * weight


def attention(q, k, v, mask=0):
    """As PyTorch 2 defines scaled_dot_product_attention; 1.13 lacks it."""
    return (q @ k.mT / q.shape[-1] ** 0.5 + mask).softmax(-1) @ v


# Second derivatives of PyTorch 1.13's layer_norm want a weight and a bias.
CASES = [
    ("layer_norm", lambda x, w, b: F.layer_norm(x, (4,), w, b),
     [numbers((3, 4), 145), numbers((4,), 146), numbers((4,), 147)]),
    ("layer_norm of two axes", lambda x, w, b: F.layer_norm(x, (2, 3), w, b, eps=0.1),
     [numbers((2, 2, 3), 145), numbers((2, 3), 146), numbers((2, 3), 147)]),
    ("layer_norm plain", lambda x: F.layer_norm(x, (4,), torch.ones(4), torch.zeros(4)), [numbers((3, 4), 145)]),
    ("layer_norm of a constant row", lambda x: F.layer_norm(x, (4,), torch.ones(4), torch.zeros(4)), [torch.full((2, 4), 0.7)]),
    ("layer_norm transposed", lambda x, b: F.layer_norm(x.mT, (3,), torch.ones(3), b), [numbers((3, 4), 145), numbers((3,), 147)]),
    ("rms_norm", lambda x, w: rms_norm(x, w), [numbers((3, 4), 148), numbers((4,), 149)]),
    ("rms_norm plain", lambda x: rms_norm(x, eps=torch.finfo(x.dtype).eps), [numbers((3, 4), 148)]),
    ("batch_norm training", lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True), IMAGES),
    ("batch_norm of rows", lambda x: F.batch_norm(x, None, None, training=True, eps=0.2), [numbers((5, 4), 142)]),
    ("batch_norm evaluation", lambda x, w, b: F.batch_norm(x, MEAN, VARIANCE, w, b), IMAGES),
    ("batch_norm evaluation plain", lambda x: F.batch_norm(x, MEAN, VARIANCE), IMAGES[:1]),
    ("instance_norm", lambda x, w, b: F.instance_norm(x, weight=w, bias=b), IMAGES),
    ("instance_norm evaluation", lambda x: F.instance_norm(x, MEAN, VARIANCE, use_input_stats=False), IMAGES[:1]),
    ("group_norm", lambda x, w, b: F.group_norm(x, 2, w, b), IMAGES),
    ("group_norm of one group", lambda x: F.group_norm(x, 1), [numbers((3, 4), 142)]),
    ("dropout", lambda x: x * MASK / 0.75, [numbers((3, 4), 153)]),
    ("attention", attention, QUERIES),
    ("attention causal", lambda q, k, v: attention(q, k, v, torch.ones(3, 5).tril().log()), QUERIES),
    ("attention masked", lambda q, k, v, m: attention(q, k, v, m), [*QUERIES, numbers((3, 5), 154)]),
]
