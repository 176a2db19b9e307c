"""The same elements in another shape, dtype or place."""
import torch

from operands import numbers

CASES = [
    ("reshape", lambda x: x.reshape(2, -1) * 3, [numbers((3, 4), 44)]),
    ("reshape transposed", lambda x: x.t().reshape(6, 2) ** 2, [numbers((3, 4), 45)]),
    ("transpose", lambda x: x.transpose(0, 2) ** 2, [numbers((2, 3, 4), 46)]),
    ("expand", lambda x: x.expand(4, 3, 2) ** 2, [numbers((3, 1), 47)]),
    ("clone", lambda x: x.clone() * x, [numbers((3,), 48)]),
    ("cast", lambda x: x.to(torch.float32).to(torch.float64) ** 2, [torch.tensor([0.5, -1.25, 3.0])]),
    ("to device", lambda x: x.to("cpu") ** 2, [numbers((2, 2), 96)]),
]
