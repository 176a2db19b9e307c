"""Many elements combined."""
from operands import numbers

CASES = [
    ("sum", lambda x: x.sum() ** 2, [numbers((2, 3), 55)]),
    ("sum dim", lambda x: x.sum(1) ** 2, [numbers((2, 3, 2), 56)]),
    ("sum keepdim", lambda x: x.sum(0, keepdim=True) * x, [numbers((2, 3), 57)]),
    ("sum dims", lambda x: x.sum((0, 2)) ** 2, [numbers((2, 3, 4), 58)]),
    ("sum of none", lambda x: x.sum(0), [numbers((0, 3), 59)]),
    ("sum transposed", lambda x: x.t().sum(0) ** 2, [numbers((3, 4), 60)]),
    ("mean", lambda x: x.mean() ** 2, [numbers((2, 5), 61)]),
    ("mean keepdim", lambda x: x.mean(0, keepdim=True) * x, [numbers((4, 3), 62)]),
    ("mean last", lambda x: x.mean(-1) ** 2, [numbers((2, 3), 63)]),
    ("softmax", lambda x: x.softmax(1), [numbers((2, 4), 64)]),
    ("softmax dim 0", lambda x: x.softmax(0), [numbers((3, 2), 65)]),
    ("softmax large", lambda x: (x * 500).softmax(0), [numbers((4,), 66)]),
    ("log_softmax", lambda x: x.log_softmax(1), [numbers((2, 4), 67)]),
    ("log_softmax middle", lambda x: x.log_softmax(1), [numbers((2, 3, 2), 68)]),
]
