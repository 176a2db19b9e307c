"""Elements picked and put by position."""
import torch

from operands import numbers

INDEX = torch.tensor([[0, 2, 2], [1, 0, 3]])
ROWS = torch.tensor([2, 0, 2, 1])

CASES = [
    ("index", lambda x: x[0, 1:3] ** 2, [numbers((2, 4), 49)]),
    ("index last", lambda x: x[-1] * x[:, None, 0], [numbers((3, 3), 50)]),
    ("index tail", lambda x: x[1:, :-2].exp(), [numbers((3, 5), 51)]),
    ("gather", lambda x: x.gather(1, INDEX) ** 2, [numbers((2, 4), 52)]),
    ("gather rows", lambda x: x.gather(0, INDEX) ** 2, [numbers((4, 3), 53)]),
    ("index_select", lambda x: x.index_select(0, ROWS) ** 2, [numbers((3, 2), 54)]),
]
