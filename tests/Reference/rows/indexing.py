"""Elements picked and put by position."""
import torch

from operands import numbers

INDEX = torch.tensor([[0, 2, 2], [1, 0, 3]])
ROWS = torch.tensor([2, 0, 2, 1])
FIRST = torch.tensor([0, 1, -1])
DISTINCT = torch.tensor([[0, 2, 1], [1, 0, 3]])
SECOND = torch.tensor([[2], [0]])
MASK = torch.tensor([[True, False, True], [False, False, True]])


def put(x, index, value):
    y = x.clone()
    y[index] = value
    return y

CASES = [
    ("index", lambda x: x[0, 1:3] ** 2, [numbers((2, 4), 49)]),
    ("index last", lambda x: x[-1] * x[:, None, 0], [numbers((3, 3), 50)]),
    ("index tail", lambda x: x[1:, :-2].exp(), [numbers((3, 5), 51)]),
    ("gather", lambda x: x.gather(1, INDEX) ** 2, [numbers((2, 4), 52)]),
    ("gather rows", lambda x: x.gather(0, INDEX) ** 2, [numbers((4, 3), 53)]),
    ("index step", lambda x: x[1:6:2] ** 2, [numbers((7, 2), 120)]),
    ("index ellipsis", lambda x: x[..., 1] * x[0, ..., :1], [numbers((2, 2, 3), 121)]),
    ("index tensor", lambda x: x[ROWS] ** 2, [numbers((3, 2), 122)]),
    ("index matrix of positions", lambda x: x[INDEX] ** 2, [numbers((4, 2), 123)]),
    ("index tensors that broadcast", lambda x: x[FIRST, SECOND] ** 2, [numbers((2, 3, 2), 124)]),
    ("index tensor inside", lambda x: x[:, ROWS, 1:] ** 2, [numbers((2, 3, 3), 125)]),
    ("index tensors between axes", lambda x: x[1:, FIRST, SECOND] ** 2, [numbers((3, 2, 3), 126)]),
    ("index tensors apart", lambda x: x[FIRST, :, SECOND] ** 2, [numbers((2, 2, 3), 127)]),
    ("index tensors around a new axis", lambda x: x[FIRST, None, SECOND] ** 2, [numbers((2, 3), 128)]),
    ("index position beside a tensor", lambda x: x[0, :, FIRST] ** 2, [numbers((2, 3, 2), 129)]),
    ("index tensors of a transpose", lambda x: x.t()[FIRST, SECOND[:, 0:1]] ** 2, [numbers((3, 2), 130)]),
    ("index mask", lambda x: x[MASK] ** 2, [numbers((2, 3), 131)]),
    ("index mask of rows", lambda x: x[MASK] ** 2, [numbers((2, 3, 2), 132)]),
    ("index mask beside a tensor", lambda x: x[MASK[0], :, FIRST[:2]] ** 2, [numbers((3, 2, 2), 133)]),
    ("index mask of nothing", lambda x: x[~MASK & MASK] ** 2, [numbers((2, 3), 134)]),
    ("put position", lambda x, v: put(x, (1,), v) ** 2, [numbers((2, 3), 135), numbers((3,), 136)]),
    ("put range", lambda x, v: put(x, (slice(None), slice(1, 3)), v) ** 2, [numbers((2, 4), 137), numbers((2, 1), 138)]),
    ("put number", lambda x: put(x, (Ellipsis, 0), 2.5) ** 2, [numbers((2, 3), 139)]),
    ("put leading units", lambda x, v: put(x, (0,), v) ** 2, [numbers((2, 3), 140), numbers((1, 1, 3), 141)]),
    ("put mask", lambda x: put(x, (MASK,), 0.5) ** 2, [numbers((2, 3), 142)]),
    ("put mask of rows", lambda x, v: put(x, (MASK,), v) ** 2, [numbers((2, 3, 2), 143), numbers((3, 2), 144)]),
    ("put tensor", lambda x, v: put(x, (FIRST,), v) ** 2, [numbers((4, 2), 145), numbers((3, 2), 146)]),
    ("put tensors apart", lambda x, v: put(x, (FIRST[:2], slice(None), SECOND), v) ** 2,
     [numbers((2, 2, 3), 147), numbers((2,), 148)]),
    ("put tensor in a range", lambda x, v: put(x, (slice(1, 3), ROWS[1:3]), v) ** 2,
     [numbers((4, 3), 149), numbers((2, 1), 150)]),
    ("index truth value", lambda x: x[torch.tensor(True)] * x[:, torch.tensor(True), 0], [numbers((2, 3), 187)]),
    ("scatter", lambda x, v: x.scatter(1, DISTINCT, v) ** 2, [numbers((2, 4), 188), numbers((2, 3), 189)]),
    ("scatter number", lambda x: x.scatter(0, torch.tensor([[0, 0, 1], [1, 0, 1]]), 0.5) ** 2, [numbers((2, 3), 190)]),
    ("scatter_add", lambda x, v: x.scatter_add(1, INDEX, v) ** 2, [numbers((2, 4), 191), numbers((2, 3), 192)]),
    ("index_add", lambda x, v: x.index_add(1, ROWS, v, alpha=0.5) ** 2, [numbers((2, 3), 193), numbers((2, 4), 194)]),
    ("index_copy", lambda x, v: x.index_copy(0, ROWS[1:], v) ** 2, [numbers((3, 2), 195), numbers((3, 2), 196)]),
    ("index_fill", lambda x, v: x.index_fill(1, torch.tensor([1, 2]), v) ** 2, [numbers((2, 3), 197), numbers((), 198)]),
    ("index_put accumulated", lambda x, v: x.index_put((FIRST, SECOND), v, accumulate=True) ** 2,
     [numbers((2, 3), 199), numbers((2, 1), 270)]),
    ("take", lambda x: x.take(torch.tensor([[0, -1], [4, 4]])) ** 2, [numbers((2, 3), 271)]),
    ("take_along_dim", lambda x: torch.take_along_dim(x, INDEX[:1], 1) ** 2, [numbers((3, 4), 272)]),
    ("masked_select", lambda x: x.masked_select(MASK) ** 2, [numbers((2, 1), 273)]),
    ("masked_scatter", lambda x, v: x.masked_scatter(MASK, v) ** 2, [numbers((3,), 274), numbers((2, 2), 275)]),
    ("embedding", lambda x: torch.nn.functional.embedding(INDEX, x) ** 2, [numbers((4, 2), 276)]),
    ("embedding with padding", lambda x: torch.nn.functional.embedding(INDEX, x, padding_idx=2) ** 2, [numbers((4, 2), 277)]),
    ("index_select", lambda x: x.index_select(0, ROWS) ** 2, [numbers((3, 2), 54)]),
]
