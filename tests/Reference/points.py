#!/usr/bin/env python3
"""Writes points at which functions and their derivatives are known to 50 digits, computed by mpmath.

    /usr/bin/python3 tests/Reference/points.py            # into tests/Reference/points.json

(Debian: python3-mpmath, python3-torch.) The points are where rounding is hard: zero, the smallest numbers, +-1e-300,
beside branch points and zeros of the function, where exponentials overflow, large arguments, infinities. A value or slope
is the double next to the truth; null where there is none, as outside of the domain. With each function stands how many
representable numbers PyTorch is away at worst, and where.
"""
import json
import math
import pathlib
import struct

import mpmath as mp
import torch

from point_functions import PAIRS, SINGLES

mp.mp.dps = 60
EXTREME_DPS = 700  # where 1 +- 1e-300 must not be 1


def key(number):
    """A whole number that counts the doubles."""
    bits = struct.unpack("<q", struct.pack("<d", number))[0]
    return bits if bits >= 0 else -(bits & 0x7FFFFFFFFFFFFFFF)


def exact(function, *arguments):
    """The double next to the true value; null outside of the domain."""
    numbers = [mp.mpf(argument) for argument in arguments]
    extreme = any(argument and not 1e-40 < abs(argument) < 1e40 for argument in arguments if math.isfinite(argument))
    with mp.workdps(EXTREME_DPS if extreme else 60):
        try:
            value = function(*numbers)
        except (ZeroDivisionError, ValueError):
            return None
        if value is None or isinstance(value, mp.mpc):
            return None
        return float(value) if not mp.isnan(value) else None


def torch_numbers(function, slopes, arguments):
    inputs = [torch.tensor(argument, dtype=torch.float64, requires_grad=True) for argument in arguments]
    value = function(*inputs)
    return value.item(), [grad.item() for grad in torch.autograd.grad(value, inputs)][:slopes]


class Worst:
    """How far away PyTorch is at worst."""

    def __init__(self):
        self.steps, self.at = 0, None

    def see(self, expected, actual, arguments):
        if expected is None:
            return
        steps = abs(key(expected) - key(actual)) if not math.isnan(actual) else math.inf
        if steps > self.steps:
            self.steps, self.at = steps, arguments

    def row(self):
        return {"steps": self.steps if self.steps < 2 ** 53 else "far", "at": [text(x) for x in self.at or []]}


def text(number):
    """A number for JSON, which has no infinities."""
    return None if number is None else number if math.isfinite(number) else str(number)


def row(name, function, points):
    value_worst, slope_worst, rows = Worst(), Worst(), []
    for arguments in points:
        value = exact(function.value, *arguments)
        slopes = [exact(slope, *arguments) for slope in function.slopes]
        if value is None:
            slopes = [None] * len(slopes)
        if value is None and not any(slope is not None for slope in slopes):
            continue
        actual, actual_slopes = torch_numbers(function.torch, len(slopes), arguments)
        value_worst.see(value, actual, arguments)
        for expected, found in zip(slopes, actual_slopes):
            slope_worst.see(expected, found, arguments)
        rows.append([[text(x) for x in arguments], text(value), [text(slope) for slope in slopes]])
    return {"name": name, "torchValue": value_worst.row(), "torchSlope": slope_worst.row(), "points": rows}


if __name__ == "__main__":
    found = [row(name, function, [(x,) for x in function.points()]) for name, function in SINGLES.items()]
    found += [row(name, function, function.points()) for name, function in PAIRS.items()]
    lines = ",\n".join(json.dumps(entry) for entry in found)
    path = pathlib.Path(__file__).parent / "points.json"
    path.write_text(f'{{"source": "mpmath {mp.__version__}, 50 digits; PyTorch {torch.__version__}", "functions": [\n{lines}\n]}}\n')
    for entry in found:
        print(entry["name"], len(entry["points"]), "PyTorch", entry["torchValue"], entry["torchSlope"])
    print(len(found), "functions,", sum(len(entry["points"]) for entry in found), "points", path.stat().st_size)
