"""The functions of `points.py`: each in mpmath with its derivatives, in PyTorch, and the points that are its own."""
import itertools
import math

import mpmath as mp
import torch
import torch.nn.functional as F

EPS = 2.0 ** -52
SMALL = [5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-155, 1e-20, 1e-10, 1e-8, 3e-5, 1e-3]
MIDDLE = [0.1, 0.25, 0.4, 0.5, 0.7, 0.9, 1 - 1e-8, 1 - EPS / 2, 1.0, 1 + EPS, 1 + 1e-8, 1.3, 1.5, 2.0, 2.5, 3.0, 3.7, 5.0, 7.5]
LARGE = [10.0, 15.0, 19.9, 20.1, 26.5, 30.0, 36.5, 40.0, 100.0, 300.0, 700.0]
HUGE = [745.0, 1e4, 1e8, 1e15, 1e30, 1e155, 1e300, 1.7976931348623157e308]
POSITIVE = SMALL + MIDDLE + LARGE + HUGE
INFINITE = [math.inf, -math.inf]


def both(numbers):
    return numbers + [-number for number in numbers]


class Function:
    """A function of one number: value and slope in mpmath, in PyTorch; points besides the common ones, or instead."""

    def __init__(self, value, slope, in_torch, more=(), only=None, limits=None):
        limits = limits or {}
        self.value = at_infinity(value, {x: pair[0] for x, pair in limits.items()})
        self.slopes = [at_infinity(slope, {x: pair[1] for x, pair in limits.items()})]
        self.torch, self.more, self.only, self.limits = in_torch, list(more), only, limits

    def points(self):
        common = [0.0] + both(POSITIVE) if self.only is None else self.only
        return sorted(set(common + self.more)) + list(self.limits)


def at_infinity(function, limits):
    """The function, and its limits where mpmath has none."""
    def value(x):
        return mp.mpf(limits[float(x)]) if float(x) in limits else function(x)
    return value


class Pair:
    """A function of two numbers, with two slopes."""

    def __init__(self, value, first, second, in_torch, a, b):
        self.value, self.slopes, self.torch, self.a, self.b = value, [first, second], in_torch, a, b

    def points(self):
        return list(itertools.product(self.a, self.b))


def inside(condition, function):
    return lambda *x: function(*x) if condition(*x) else None


def erfc_scaled(x):
    return mp.exp(-x * x)


def phi(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def density(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def sigmoid(x):
    return 1 / (1 + mp.exp(-x)) if x > -1e6 else mp.exp(x)


def log_one_plus_exp(x):
    return mp.log1p(mp.exp(-abs(x))) + max(x, 0)


def sech2(x):
    return 1 / mp.cosh(x) ** 2


def tail(x, exact):
    """Zero where an exponential of the square is below every double, which mpmath would compute for ever."""
    return mp.mpf(0) if abs(x) > 1e4 else exact(x)


INF = math.inf
UNIT = sorted({0.0} | set(both(SMALL + [m for m in MIDDLE if m <= 1])))
FROM_ONE = [m for m in MIDDLE + LARGE + HUGE if m >= 1]
ANGLES = both([mp_number for mp_number in (math.pi, math.pi / 2, math.pi / 4, 3 * math.pi, 1.5 * math.pi, 22.0, 1e5, 1e6)])
ANGLE_POINTS = [0.0] + both(SMALL + MIDDLE + LARGE[:6]) + ANGLES
BY_EXP = both([709.78, 709.8, 745.1, 745.2, 708.3])
ROOTS = [1.4616321449683623, -0.5040830082644554, -1.5734984731623904, 1.4616321449683622, 6.0, 12.0, 171.6, 172.0, 1e10]
BELOW = [-0.5, -1.5, -2.5, -0.1, -1.9999, -2.0001, -10.3, -20.7, -1e-5, -1e-300, -99.5]

SINGLES = {
    "exp": Function(mp.exp, mp.exp, torch.exp, BY_EXP, limits={INF: (INF, INF), -INF: (0, 0)}),
    "exp2": Function(lambda x: mp.mpf(2) ** x if abs(x) < 1e6 else mp.mpf(INF if x > 0 else 0),
                     lambda x: mp.log(2) * mp.mpf(2) ** x if abs(x) < 1e6 else mp.mpf(INF if x > 0 else 0),
                     torch.exp2, both([1023.0, 1074.0, 1075.0, 0.5])),
    "expm1": Function(mp.expm1, mp.exp, torch.expm1, BY_EXP, limits={INF: (INF, INF), -INF: (-1, 0)}),
    "log": Function(inside(lambda x: x >= 0, mp.log), lambda x: 1 / x, torch.log, only=POSITIVE, limits={0.0: (-INF, INF), INF: (INF, 0)}),
    "log2": Function(lambda x: mp.log(x, 2), lambda x: 1 / (x * mp.log(2)), torch.log2, only=POSITIVE + [4.0, 8.0, 1024.0], limits={0.0: (-INF, INF), INF: (INF, 0)}),
    "log10": Function(mp.log10, lambda x: 1 / (x * mp.log(10)), torch.log10, only=POSITIVE + [10.0, 1e3, 1e22], limits={0.0: (-INF, INF), INF: (INF, 0)}),
    "log1p": Function(mp.log1p, lambda x: 1 / (1 + x), torch.log1p,
                      only=[0.0] + both(SMALL) + MIDDLE + LARGE + HUGE + [-0.1, -0.5, -0.9, -1 + 1e-8, -1 + EPS / 2], limits={-1.0: (-INF, INF), INF: (INF, 0)}),
    "sqrt": Function(mp.sqrt, lambda x: 1 / (2 * mp.sqrt(x)), torch.sqrt, only=POSITIVE, limits={0.0: (0, INF), INF: (INF, 0)}),
    "rsqrt": Function(lambda x: 1 / mp.sqrt(x), lambda x: -x ** mp.mpf("-1.5") / 2, torch.rsqrt, only=POSITIVE, limits={0.0: (INF, -INF), INF: (0, 0)}),
    "reciprocal": Function(lambda x: 1 / x, lambda x: -1 / x ** 2, torch.reciprocal, only=both(POSITIVE)),
    "square": Function(lambda x: x * x, lambda x: 2 * x, torch.square),
    "sin": Function(mp.sin, mp.cos, torch.sin, only=ANGLE_POINTS),
    "cos": Function(mp.cos, lambda x: -mp.sin(x), torch.cos, only=ANGLE_POINTS),
    "tan": Function(mp.tan, lambda x: 1 + mp.tan(x) ** 2, torch.tan, only=ANGLE_POINTS),
    "asin": Function(mp.asin, lambda x: 1 / mp.sqrt((1 - x) * (1 + x)), torch.asin, only=[x for x in UNIT if abs(x) < 1], limits={1.0: (mp.pi / 2, INF), -1.0: (-mp.pi / 2, INF)}),
    "acos": Function(mp.acos, lambda x: -1 / mp.sqrt((1 - x) * (1 + x)), torch.acos, only=[x for x in UNIT if abs(x) < 1], limits={1.0: (0, -INF), -1.0: (mp.pi, -INF)}),
    "atan": Function(mp.atan, lambda x: 1 / (1 + x * x), torch.atan, limits={INF: (mp.pi / 2, 0), -INF: (-mp.pi / 2, 0)}),
    "sinh": Function(mp.sinh, mp.cosh, torch.sinh, both([710.4, 710.5]), limits={INF: (INF, INF), -INF: (-INF, INF)}),
    "cosh": Function(mp.cosh, mp.sinh, torch.cosh, both([710.4, 710.5]), limits={INF: (INF, INF), -INF: (INF, -INF)}),
    "tanh": Function(mp.tanh, lambda x: sech2(x) if abs(x) < 1e4 else mp.mpf(0), torch.tanh, limits={INF: (1, 0), -INF: (-1, 0)}),
    "asinh": Function(lambda x: mp.sign(x) * mp.log(abs(x) + mp.sqrt(x * x + 1)) if x else x, lambda x: 1 / mp.sqrt(x * x + 1), torch.asinh, limits={INF: (INF, 0), -INF: (-INF, 0)}),
    "acosh": Function(mp.acosh, lambda x: 1 / mp.sqrt((x - 1) * (x + 1)), torch.acosh, only=[x for x in FROM_ONE if x > 1], limits={1.0: (0, INF), INF: (INF, 0)}),
    "atanh": Function(mp.atanh, lambda x: 1 / ((1 - x) * (1 + x)), torch.atanh, only=[x for x in UNIT if abs(x) < 1], limits={1.0: (INF, INF), -1.0: (-INF, INF)}),
    "erf": Function(mp.erf, lambda x: tail(x, lambda x: 2 / mp.sqrt(mp.pi) * erfc_scaled(x)), torch.erf, both([0.84375, 0.46875, 5.9, 6.1, 26.0]), limits={INF: (1, 0), -INF: (-1, 0)}),
    "erfc": Function(lambda x: tail(x, mp.erfc) if x > 0 else mp.erfc(max(x, -1e4)), lambda x: tail(x, lambda x: -2 / mp.sqrt(mp.pi) * erfc_scaled(x)), torch.erfc,
                     both([0.84375, 0.46875, 1.25, 2.857, 6.0, 26.5, 26.6, 27.2]), limits={INF: (0, 0), -INF: (2, 0)}),
    "erfinv": Function(mp.erfinv, lambda x: mp.sqrt(mp.pi) / 2 * mp.exp(mp.erfinv(x) ** 2), torch.erfinv,
                       only=[x for x in UNIT if abs(x) < 1 and (x == 0 or abs(x) > 1e-30)] + both([0.97, 0.999, 0.5, 0.85]), limits={1.0: (INF, INF), -1.0: (-INF, INF)}),
    "lgamma": Function(lambda x: mp.log(abs(mp.gamma(x))) if abs(x) < 1e3 else mp.loggamma(x), lambda x: mp.digamma(x), torch.lgamma,
                       only=SMALL + MIDDLE + LARGE + HUGE[:5] + ROOTS + BELOW, limits={INF: (INF, INF)}),
    "digamma": Function(mp.digamma, lambda x: mp.polygamma(1, x), torch.digamma, only=SMALL[3:] + MIDDLE + LARGE + HUGE[:5] + ROOTS + BELOW, limits={INF: (INF, 0)}),
    "sigmoid": Function(sigmoid, lambda x: sigmoid(x) * sigmoid(-x), torch.sigmoid, BY_EXP, limits={INF: (1, 0), -INF: (0, 0)}),
    "logsigmoid": Function(lambda x: -log_one_plus_exp(-x), lambda x: sigmoid(-x), F.logsigmoid, BY_EXP, limits={INF: (0, 0), -INF: (-INF, 1)}),
    "logit": Function(lambda x: mp.log(x / (1 - x)), lambda x: 1 / (x * (1 - x)), torch.logit, only=[x for x in UNIT if 0 < x < 1], limits={1.0: (INF, INF), 0.0: (-INF, INF)}),
    "softplus": Function(lambda x: x if x > 20 else log_one_plus_exp(x), lambda x: mp.mpf(1) if x > 20 else sigmoid(x), F.softplus, BY_EXP, limits={INF: (INF, 1), -INF: (0, 0)}),
    "softsign": Function(lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2, F.softsign),
    "gelu": Function(lambda x: x * (tail(x, phi) if x < 0 else phi(min(x, mp.mpf(1e4)))), lambda x: (tail(x, phi) if x < 0 else phi(min(x, mp.mpf(1e4)))) + tail(x, lambda x: x * density(x)), F.gelu, both([37.5, 38.0, 38.6, 8.3])),
    "silu": Function(lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x)), F.silu, BY_EXP),
    "mish": Function(lambda x: x * mp.tanh(log_one_plus_exp(x)),
                     lambda x: mp.tanh(log_one_plus_exp(x)) + x * sech2(min(log_one_plus_exp(x), mp.mpf(1e4))) * sigmoid(x), F.mish, BY_EXP[:2] + BY_EXP[5:]),
    "elu": Function(lambda x: x if x > 0 else mp.expm1(x), lambda x: mp.mpf(1) if x > 0 else mp.exp(x), F.elu, limits={INF: (INF, 1), -INF: (-1, 0)}),
    "abs": Function(abs, mp.sign, torch.abs, limits={INF: (INF, 1), -INF: (INF, -1)}),
    "relu": Function(lambda x: max(x, mp.mpf(0)), lambda x: mp.mpf(x > 0), torch.relu, limits={INF: (INF, 1), -INF: (0, 0)}),
    "frac": Function(lambda x: x - mp.sign(x) * mp.floor(abs(x)), lambda x: mp.mpf(1), torch.frac),
}

SOME = [0.0] + both([5e-324, 1e-300, 1e-8, 0.3, 1.0, 2.0, 7.5, 1e8, 1e150])
SQUARABLE = [0.0] + both([1e-150, 1e-8, 0.3, 1.0, 2.0, 7.5, 1e8, 1e150])  # slopes of length divide by the square
POSITIVES = [1e-300, 1e-8, 0.3, 1 - EPS / 2, 1.0, 1 + EPS, 2.0, 7.5, 1e8, 1e150]


def squared(a, b):
    return a * a + b * b


def tie(a, b, greater):
    return mp.mpf("0.5") if a == b else mp.mpf((a > b) == greater)


PAIRS = {
    "atan2": Pair(inside(lambda a, b: a or b, mp.atan2), inside(lambda a, b: a or b, lambda a, b: b / squared(a, b)),
                  inside(lambda a, b: a or b, lambda a, b: -a / squared(a, b)), torch.atan2, SQUARABLE, SQUARABLE),
    "hypot": Pair(mp.hypot, inside(lambda a, b: a or b, lambda a, b: a / mp.hypot(a, b)), inside(lambda a, b: a or b, lambda a, b: b / mp.hypot(a, b)),
                  torch.hypot, SQUARABLE, SQUARABLE),
    "logaddexp": Pair(lambda a, b: max(a, b) + mp.log1p(mp.exp(-abs(a - b))), lambda a, b: sigmoid(a - b), lambda a, b: sigmoid(b - a), torch.logaddexp,
                      [0.0] + both([1e-8, 0.3, 2.0, 30.0, 700.0, 1e4]), [0.0] + both([1e-8, 0.3, 2.0, 30.0, 700.0, 1e4])),
    "xlogy": Pair(lambda a, b: a * mp.log(b) if a else mp.mpf(0), lambda a, b: mp.log(b), lambda a, b: a / b, torch.xlogy, SOME, POSITIVES),
    "xlog1py": Pair(lambda a, b: a * mp.log1p(b) if a else mp.mpf(0), lambda a, b: mp.log1p(b), lambda a, b: a / (1 + b), torch.special.xlog1py, SOME, POSITIVES + [-0.3, -1e-8, 1e-300]),
    "pow": Pair(mp.power, lambda a, b: b * a ** (b - 1), lambda a, b: a ** b * mp.log(a), torch.pow, POSITIVES[:-1], [0.0] + both([0.3, 0.5, 1.0, 2.0, 3.0, 7.5, 1e-8])),
    "maximum": Pair(max, lambda a, b: tie(a, b, True), lambda a, b: tie(a, b, False), torch.maximum, SOME, SOME),
    "minimum": Pair(min, lambda a, b: tie(a, b, False), lambda a, b: tie(a, b, True), torch.minimum, SOME, SOME),
    "div": Pair(lambda a, b: a / b, lambda a, b: 1 / b, lambda a, b: -a / b ** 2, torch.div, SOME, both(POSITIVES)),
}
