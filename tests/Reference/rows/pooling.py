"""The greatest element or the mean of each window."""
import torch
import torch.nn.functional as F

from operands import numbers, zeros_between

CASES = [
    ("max_pool1d", lambda x: F.max_pool1d(x, 2) ** 2, [numbers((2, 2, 6), 701)]),
    ("max_pool1d overlapping", lambda x: F.max_pool1d(x, 3, 1, 1) ** 2, [numbers((2, 5), 702)]),
    ("max_pool1d ties", lambda x: F.max_pool1d(x, 3, 1) * 2, [zeros_between((1, 7), 703).abs().neg()]),
    ("max_pool2d", lambda x: F.max_pool2d(x, 2) ** 2, [numbers((2, 2, 4, 4), 704)]),
    ("max_pool2d ties", lambda x: F.max_pool2d(x, (2, 3), 1) * 2, [torch.zeros(1, 1, 3, 4)]),
    ("max_pool2d dilated", lambda x: F.max_pool2d(x, (2, 3), (1, 2), (1, 1), (2, 1)) ** 2, [numbers((1, 2, 4, 5), 705)]),
    ("max_pool2d ceil", lambda x: F.max_pool2d(x, (3, 2), (3, 2), (1, 0), ceil_mode=True) ** 2, [numbers((2, 5, 5), 706)]),
    ("max_pool2d transposed", lambda x: F.max_pool2d(x.transpose(1, 2), 2) ** 2, [numbers((1, 4, 2, 4), 707)]),
    ("max_pool2d of no batch", lambda x: F.max_pool2d(x, 2), [numbers((0, 2, 4, 4), 708)]),
    ("max_pool3d", lambda x: F.max_pool3d(x, 2, 1) ** 2, [numbers((1, 2, 3, 2, 3), 709)]),
    ("avg_pool1d", lambda x: F.avg_pool1d(x, 2) ** 2, [numbers((2, 2, 6), 710)]),
    ("avg_pool1d without padding in the mean", lambda x: F.avg_pool1d(x, 3, 2, 1, count_include_pad=False) ** 2,
     [numbers((2, 6), 711)]),
    ("avg_pool2d", lambda x: F.avg_pool2d(x, 2) ** 2, [numbers((2, 2, 4, 4), 712)]),
    ("avg_pool2d overlapping", lambda x: F.avg_pool2d(x, (3, 2), (1, 2), (1, 1)) ** 2, [numbers((1, 2, 4, 5), 713)]),
    ("avg_pool2d ceil", lambda x: F.avg_pool2d(x, (3, 4), 3, 1, ceil_mode=True) ** 2, [numbers((1, 4, 6), 714)]),
    ("avg_pool2d ceil without padding in the mean",
     lambda x: F.avg_pool2d(x, (3, 4), 3, 1, ceil_mode=True, count_include_pad=False) ** 2, [numbers((1, 4, 6), 715)]),
    ("avg_pool2d divisor", lambda x: F.avg_pool2d(x, 2, divisor_override=3) ** 2, [numbers((1, 4, 4), 716)]),
    ("avg_pool3d", lambda x: F.avg_pool3d(x, 2, 1, 1) ** 2, [numbers((1, 2, 2, 3, 2), 717)]),
    ("adaptive_avg_pool1d", lambda x: F.adaptive_avg_pool1d(x, 3) ** 2, [numbers((2, 7), 718)]),
    ("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, (3, None)) ** 2, [numbers((1, 2, 5, 3), 719)]),
    ("adaptive_avg_pool2d of all", lambda x: F.adaptive_avg_pool2d(x, 1) ** 2, [numbers((2, 2, 3, 3), 720)]),
    ("adaptive_avg_pool2d more than there are", lambda x: F.adaptive_avg_pool2d(x, (5, 4)) ** 2, [numbers((1, 3, 4), 721)]),
    ("adaptive_avg_pool3d", lambda x: F.adaptive_avg_pool3d(x, 2) ** 2, [numbers((1, 1, 3, 2, 4), 722)]),
    ("adaptive_max_pool1d", lambda x: F.adaptive_max_pool1d(x, 3) ** 2, [numbers((2, 7), 723)]),
    ("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, (3, 2)) ** 2, [numbers((1, 2, 4, 5), 724)]),
    ("adaptive_max_pool3d", lambda x: F.adaptive_max_pool3d(x, (1, 2, 2)) ** 2, [numbers((1, 2, 2, 3, 3), 725)]),
]
