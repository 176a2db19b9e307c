"""Sums of products."""
from operands import numbers

CASES = [
    ("matmul", lambda a, b: a @ b, [numbers((2, 3), 69), numbers((3, 4), 70)]),
    ("matmul vector", lambda a, b: a @ b, [numbers((2, 3), 71), numbers((3,), 72)]),
    ("matmul row", lambda a, b: a @ b, [numbers((3,), 73), numbers((3, 2), 74)]),
    ("matmul dot", lambda a, b: a @ b, [numbers((3,), 75), numbers((3,), 76)]),
    ("matmul batched", lambda a, b: a @ b, [numbers((2, 1, 3, 2), 77), numbers((4, 2, 3), 78)]),
    ("matmul batch by vector", lambda a, b: a @ b, [numbers((2, 3, 4), 79), numbers((4,), 80)]),
    ("matmul vector by batch", lambda a, b: a @ b, [numbers((3,), 81), numbers((2, 3, 4), 82)]),
    ("matmul transposed", lambda a, b: a.t() @ b.t(), [numbers((3, 2), 83), numbers((4, 3), 84)]),
    ("matmul of none", lambda a, b: a @ b, [numbers((2, 0), 85), numbers((0, 3), 86)]),
]
