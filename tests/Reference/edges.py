#!/usr/bin/env python3
"""Computes pointwise functions at the edges of float64 with PyTorch (Debian: python3-torch).

    python3 tests/Reference/edges.py

Zeros of both signs, subnormals, the ends of the range, infinities, NaN, branch points and ties: the value and the
gradient (of the sum) of every function at every point, or at every pair of points, written to edges.json. The C# test
states the same functions in NotebookGrad.

Where PyTorch is inexact (it subtracts 1 from an exponential in elu, knows 1/6 to eight digits in hardsigmoid, breaks off
trigamma's series, loses GELU's tail, and so on) the functions of EXACT say the truth: mpmath with 50 digits, or exact
division.
"""
import json
import math
import pathlib

import mpmath
import torch
import torch.nn.functional as F

from generate import flat

INF, NAN, NEAR = float("inf"), float("nan"), 1 - 2.0 ** -53
# NaN comes first: the last few elements go through PyTorch's scalar code, which may treat it otherwise.
POINTS = [
    NAN, 0.0, -0.0, 5e-324, -5e-324, 1e-310, 1e-300, -1e-300, 1e-20, -1e-20, 1e-8, -1e-8, 0.1, -0.1, 0.5, -0.5, NEAR, -NEAR,
    1.0, -1.0, 1.25, 1.5, -1.5, 2.5, -2.5, 3.0, -3.0, 5.5, -5.5, 6.0, 7.0, 20.0, -20.0, 40.0, -40.0, 300.0, -300.0, 710.0,
    -710.0, 745.0, -745.0, 1e10, -1e10, 1e200, 1e300, -1e300, 1.7976931348623157e308, -1.7976931348623157e308, INF, -INF,
]
PAIRED = [NAN, 0.0, -0.0, 1e-300, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0, 3.5, -3.5, 700.0, 1e300, -1e300, INF, -INF]

UNARY = {
    "elu": F.elu, "selu": F.selu, "celu": lambda x: F.celu(x, 2), "gelu": F.gelu,
    "gelu by tanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu, "mish": F.mish, "logsigmoid": F.logsigmoid,
    "softplus": F.softplus, "softsign": F.softsign, "hardtanh": F.hardtanh, "relu6": F.relu6,
    "hardsigmoid": F.hardsigmoid, "hardswish": F.hardswish, "leaky_relu": F.leaky_relu,
    "threshold": lambda x: F.threshold(x, 1, 20),
    "clamp": lambda x: x.clamp(-1, 2.5), "clamp to infinity": lambda x: x.clamp(min=0), "logit": torch.logit,
    "logit of a margin": lambda x: torch.logit(x, 0.1), "round to a decimal": lambda x: x.round(decimals=1),
    "round to hundreds": lambda x: x.round(decimals=-2), "polygamma 1": lambda x: x.polygamma(1),
    "polygamma 3": lambda x: x.polygamma(3), "pow 0": lambda x: x ** 0, "pow 1": lambda x: x ** 1,
    "pow 2": lambda x: x ** 2, "pow 3": lambda x: x ** 3, "pow 0.5": lambda x: x ** 0.5, "pow -1": lambda x: x ** -1,
    "pow -2.5": lambda x: x ** -2.5, "pow of 2": lambda x: 2 ** x, "pow of 0": lambda x: 0 ** x,
    "pow of -1": lambda x: (-1) ** x, "xlogy of 2": lambda x: torch.xlogy(2, x),
} | {name: getattr(torch.Tensor, name) for name in (
    "abs sign floor ceil trunc round frac nan_to_num neg reciprocal sqrt rsqrt square exp exp2 expm1 log log2 log10 "
    "log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc erfinv lgamma digamma sigmoid relu "
    "isnan isinf isfinite isposinf isneginf signbit logical_not").split()}
BINARY = {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "pow": torch.pow, "maximum": torch.maximum,
    "minimum": torch.minimum, "fmax": torch.fmax, "fmin": torch.fmin, "clamp_min": torch.clamp_min,
    "clamp_max": torch.clamp_max, "hypot": torch.hypot, "atan2": torch.atan2, "logaddexp": torch.logaddexp,
    "logaddexp2": torch.logaddexp2, "xlogy": torch.xlogy, "xlog1py": torch.special.xlog1py, "copysign": torch.copysign,
    "remainder": torch.remainder, "fmod": torch.fmod, "floor_divide": lambda a, b: torch.div(a, b, rounding_mode="floor"),
    "trunc_divide": lambda a, b: torch.div(a, b, rounding_mode="trunc"), "eq": torch.eq, "ne": torch.ne, "lt": torch.lt,
    "le": torch.le, "gt": torch.gt, "ge": torch.ge, "isclose": torch.isclose, "logical_and": torch.logical_and,
    "logical_or": torch.logical_or, "logical_xor": torch.logical_xor, "lerp": lambda a, b: torch.lerp(a, b, 0.75),
    "heaviside": lambda a, b: torch.heaviside(a.detach(), b.detach()), "where": lambda a, b: torch.where(a > b, a, b),
}


mpmath.mp.dps = 50
POLE = mpmath.inf


def tail(x):
    """The normal distribution, which float64 has as 0 or 1 far out."""
    return mpmath.ncdf(x) if abs(x) < 100 else mpmath.mpf(x > 0)


def density(x):
    return mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi)


def elu(alpha, scale, x):
    return scale * (x if x > 0 else alpha * mpmath.expm1(x / (alpha if scale == 1 else 1)))


def gelu_by_tanh(x):
    return x / (1 + mpmath.exp(-2 * mpmath.sqrt(2 / mpmath.pi) * (x + mpmath.mpf(0.044715) * x ** 3)))


def polygamma(order, x):
    if x == mpmath.inf:
        return 0
    # Beyond 2**52 every number is whole.
    return POLE if x <= 0 and x == mpmath.floor(x) else mpmath.polygamma(order, x) if abs(x) < 1e5 else None


# The value and the gradients, each a function or None where PyTorch's are right.
EXACT = {
    "elu": (lambda x: elu(1, 1, x), None),
    "celu": (lambda x: elu(2, 1, x), None),
    "selu": (lambda x: elu(mpmath.mpf("1.6732632423543772848170429916717"),
                           mpmath.mpf("1.0507009873554804934193349852946"), x), None),
    "gelu": (lambda x: x * tail(x), lambda x: tail(x) + x * density(x)),
    "gelu by tanh": (gelu_by_tanh, lambda x: mpmath.diff(gelu_by_tanh, x) if abs(x) < 100 else None),
    "hardsigmoid": (None, lambda x: mpmath.mpf(1) / 6 if -3 < x < 3 else 0),
    "softsign": (None, lambda x: 1 / (1 + abs(x)) ** 2),
    "digamma": (mpmath.digamma, lambda x: polygamma(1, x)),
    "lgamma": (None, mpmath.digamma),
    "polygamma 1": (lambda x: polygamma(1, x), lambda x: polygamma(2, x) if x == mpmath.inf else None),
    "polygamma 3": (lambda x: 0 if x == mpmath.inf else None, lambda x: 0 if x == mpmath.inf else None),
    "erfinv": (mpmath.erfinv, lambda x: mpmath.sqrt(mpmath.pi) / 2 * mpmath.exp(mpmath.erfinv(x) ** 2)),
    "fmod": (math.fmod, None, None),
    "remainder": (lambda a, b: a % b, None, lambda a, b: -(a // b)),
    "floor_divide": (lambda a, b: a // b, None, None),
}


def mended(function, operands, numbers):
    """The numbers, but the truth where it is known, finite or meant to be infinite, and another."""
    return [mend(function, point, number) for point, number in zip(zip(*map(torch.Tensor.tolist, operands)), numbers)]


def mend(function, point, number):
    if function is None or any(map(math.isnan, point)):
        return number
    whole = function.__module__ == "math" or len(point) > 1
    try:
        truth = function(*(point if whole else map(mpmath.mpf, point)))
        truth = None if truth is None else float(truth)
    except (ArithmeticError, TypeError, ValueError):
        return number
    known = float(number)
    if truth is None or math.isnan(truth) or (math.isinf(truth) and math.isinf(known)):
        return number
    return number if math.isfinite(truth) and abs(truth - known) <= 1e-11 * abs(truth) else flat(torch.tensor(truth, dtype=torch.float64))[0]


def record(name, function, operands):
    operands = [operand.requires_grad_() for operand in operands]
    value = function(*operands)
    found = [None] * len(operands)
    if value.requires_grad:
        found = torch.autograd.grad(value.sum(), operands, allow_unused=True)
    exact = EXACT.get(name, [None] * (1 + len(operands)))
    return {"value": mended(exact[0], operands, flat(value)), "gradients": [
        mended(truth, operands, flat(torch.zeros_like(operand) if grad is None else grad))
        for truth, operand, grad in zip(exact[1:], operands, found)]}


def cases():
    paired = torch.tensor(PAIRED, dtype=torch.float64)
    for name, function in UNARY.items():
        yield name, record(name, function, [torch.tensor(POINTS, dtype=torch.float64)])
    for name, function in BINARY.items():
        # Whole tensors, so that PyTorch's vector code is met as with ordinary tensors.
        yield name, record(name, function, [paired.repeat_interleave(len(paired)), paired.repeat(len(paired))])


if __name__ == "__main__":
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in cases())
    points = json.dumps({"points": flat(torch.tensor(POINTS, dtype=torch.float64)), "paired": flat(torch.tensor(PAIRED))})
    text = f'{{"source": "PyTorch {torch.__version__}, float64",\n{points[1:-1]},\n"cases": {{\n{rows}\n}}}}\n'
    (pathlib.Path(__file__).parent / "edges.json").write_text(text)
