"""Losses, and compositions of layers."""
import torch
import torch.nn.functional as F

from operands import numbers

LABELS = torch.tensor([2, 0, 1, 2])

CASES = [
    ("mse_loss", lambda p, t: F.mse_loss(p, t), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("cross_entropy", lambda x: F.cross_entropy(x, LABELS), [numbers((4, 3), 89)]),
    ("cross_entropy of one row", lambda x: F.cross_entropy(x, LABELS[0]), [numbers((3,), 97)]),
    ("mlp", lambda x, w, b, v: F.mse_loss((x @ w + b).tanh() @ v, torch.ones(4, 1)),
     [numbers((4, 3), 90), numbers((3, 5), 91), numbers((5,), 92), numbers((5, 1), 93)]),
    ("negative log likelihood", lambda w, x: -(w @ x).softmax(0).log()[1], [numbers((3, 2), 94), numbers((2,), 95)]),
]
