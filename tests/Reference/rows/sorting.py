"""Elements in order."""
import torch

from operands import numbers

CASES = [
    ("sort", lambda x: x.sort(0, descending=True).values ** 2, [numbers((4, 2), 401)]),
    ("msort", lambda x: x.msort() ** 2, [numbers((4, 2), 402)]),
    ("topk", lambda x: x.topk(2).values ** 2, [numbers((2, 4), 403)]),
    ("topk least", lambda x: x.topk(2, 0, largest=False).values ** 2, [numbers((4, 2), 404)]),
    ("kthvalue", lambda x: x.kthvalue(3, 1, keepdim=True).values ** 2, [numbers((2, 4), 405)]),
    ("mode", lambda x: x.mode(1).values ** 2, [torch.tensor([[1.0, 2.0, 2.0, 1.0], [0.5, 3.0, -1.0, 3.0]])]),
    ("cummax", lambda x: x.cummax(1).values ** 2, [numbers((2, 5), 406)]),
    ("cummin", lambda x: x.cummin(0).values ** 2, [torch.tensor([2.0, 3.0, 1.0, 1.0, 0.5])]),
]
