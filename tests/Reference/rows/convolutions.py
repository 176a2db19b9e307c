"""Convolutions: by hand, and a sweep over geometries whose names state them."""
import random

import torch.nn.functional as F

from operands import numbers

CONVOLVE = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
TRANSPOSED = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}

CASES = [
    ("conv1d", lambda x, w, b: F.conv1d(x, w, b), [numbers((2, 2, 5), 301), numbers((3, 2, 2), 302), numbers((3,), 303)]),
    ("conv2d", lambda x, w, b: F.conv2d(x, w, b), [numbers((2, 2, 4, 3), 304), numbers((3, 2, 2, 2), 305), numbers((3,), 306)]),
    ("conv2d without batch", lambda x, w: F.conv2d(x, w), [numbers((2, 4, 3), 307), numbers((1, 2, 2, 2), 308)]),
    ("conv2d same", lambda x, w: F.conv2d(x, w, padding="same"), [numbers((1, 2, 4, 3), 309), numbers((2, 2, 2, 3), 310)]),
    ("conv2d valid", lambda x, w: F.conv2d(x, w, padding="valid"), [numbers((1, 2, 4, 3), 311), numbers((2, 2, 2, 3), 312)]),
    ("conv1d same dilated", lambda x, w: F.conv1d(x, w, padding="same", dilation=3),
     [numbers((1, 1, 7), 313), numbers((1, 1, 4), 314)]),
    ("conv2d depthwise", lambda x, w: F.conv2d(x, w, padding=1, groups=3),
     [numbers((1, 3, 3, 3), 315), numbers((3, 1, 3, 3), 316)]),
    ("conv2d transposed operands", lambda x, w: F.conv2d(x.transpose(0, 1), w.transpose(2, 3)),
     [numbers((2, 1, 3, 4), 317), numbers((1, 2, 3, 2), 318)]),
    ("conv2d of no batch", lambda x, w: F.conv2d(x, w), [numbers((0, 2, 3, 3), 319), numbers((1, 2, 2, 2), 320)]),
    ("conv3d", lambda x, w: F.conv3d(x, w), [numbers((1, 1, 3, 2, 3), 321), numbers((2, 1, 2, 2, 2), 322)]),
    ("conv_transpose1d", lambda x, w, b: F.conv_transpose1d(x, w, b),
     [numbers((2, 2, 3), 323), numbers((2, 3, 2), 324), numbers((3,), 325)]),
    ("conv_transpose2d", lambda x, w: F.conv_transpose2d(x, w, stride=2, output_padding=1),
     [numbers((1, 2, 2, 2), 326), numbers((2, 1, 3, 2), 327)]),
    ("conv_transpose2d far output padding",
     lambda x, w: F.conv_transpose2d(x, w, stride=1, dilation=3, output_padding=2),
     [numbers((1, 1, 2, 2), 328), numbers((1, 1, 2, 2), 329)]),
    ("conv_transpose3d without batch", lambda x, w: F.conv_transpose3d(x, w),
     [numbers((1, 2, 2, 1), 330), numbers((1, 2, 2, 1, 2), 331)]),
    ("convolution of a net", lambda x, w, v: F.conv2d(F.conv2d(x, w, padding=1).tanh(), v, stride=2),
     [numbers((1, 1, 4, 4), 332), numbers((2, 1, 3, 3), 333), numbers((1, 2, 2, 2), 334)]),
]


def join(values):
    return "x".join(str(value) for value in values)


def sweep(count):
    """Random geometries; every operand stays small."""
    chance = random.Random(20)
    while count > 0:
        axes = chance.choice([1, 1, 2, 2, 2, 3])
        groups = chance.choice([1, 1, 2, 3])
        largest = {1: 4, 2: 3, 3: 2}[axes]
        kernel = [chance.randint(1, largest) for _ in range(axes)]
        stride = [chance.randint(1, 3) for _ in range(axes)]
        padding = [chance.randint(0, 2) for _ in range(axes)]
        dilation = [chance.randint(1, 2 if axes > 1 else 3) for _ in range(axes)]
        length = [chance.randint(1, 7 if axes == 1 else 5 if axes == 2 else 3) for _ in range(axes)]
        extra = [chance.randint(0, max(stride[i], dilation[i]) - 1) for i in range(axes)]
        channels, features, batch = groups * chance.randint(1, 2), groups * chance.randint(1, 2), chance.randint(1, 2)
        transposed = chance.random() < 0.5
        geometry = f"k{join(kernel)} s{join(stride)} p{join(padding)} d{join(dilation)} g{groups}"
        x = numbers((batch, channels, *length), 400 + count)
        if transposed:
            function = lambda x, w, a=axes, s=stride, p=padding, o=extra, g=groups, d=dilation: TRANSPOSED[a](
                x, w, None, s, p, o, g, d)
            w = numbers((channels, features // groups, *kernel), 500 + count)
            name = f"sweep {count}: conv_transpose{axes}d {geometry} o{join(extra)}"
        else:
            function = lambda x, w, a=axes, s=stride, p=padding, g=groups, d=dilation: CONVOLVE[a](x, w, None, s, p, d, g)
            w = numbers((features, channels // groups, *kernel), 500 + count)
            name = f"sweep {count}: conv{axes}d {geometry}"
        try:
            size = function(x, w).numel()
        except RuntimeError:
            continue
        if max(size, x.numel(), w.numel()) <= 100:
            CASES.append((name, function, [x, w]))
            count -= 1


sweep(80)
