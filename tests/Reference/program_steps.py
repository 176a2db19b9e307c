"""The operations of random programs: how many operands, which parameters (whole numbers only), and what is computed.

Missing are digamma and hardsigmoid, whose slopes PyTorch 1.13 has in float64 to 1e-9 only: the trigamma function beside
its pole (`points.json` tells), and one sixth, which it keeps as a float32.
"""
import torch
import torch.nn.functional as F


class Step:
    """An operation; `choose` draws parameters, or null where the operands do not fit."""

    def __init__(self, arity, choose, apply):
        self.arity, self.choose = arity, choose
        self.apply = lambda operands, parameters: apply(*operands, *parameters)


def always(choice, operands):
    return []


def where(condition):
    """For numbers that fulfil a condition everywhere."""
    return lambda choice, operands: [] if bool(condition(*[operand.detach() for operand in operands]).all()) else None


def away_from_zero(x):
    return x.abs() > 1e-3


def axis(choice, operands):
    return [choice.randrange(-operands[0].dim(), operands[0].dim())] if operands[0].dim() else None


def two_axes(choice, operands):
    return axis(choice, operands) and axis(choice, operands) + axis(choice, operands)


def small_number(choice, operands):
    return [choice.choice([-24, -12, -5, -3, 2, 3, 6, 12, 20])]


def broadcastable(choice, operands):
    try:
        torch.broadcast_shapes(*[operand.shape for operand in operands])
        return []
    except RuntimeError:
        return None


def broadcastable_where(condition):
    def choose(choice, operands):
        return broadcastable(choice, operands) if where(condition)(choice, operands) is not None else None
    return choose


def unequal(choice, operands):
    """Operands that broadcast and are nowhere alike, so that rounding does not change which is greater."""
    if broadcastable(choice, operands) is None:
        return None
    return [] if bool(((operands[0] - operands[1]).detach().abs() > 1e-3).all()) else None


def multipliable(choice, operands):
    a, b = operands
    if a.dim() == 0 or b.dim() == 0 or a.shape[-1] != b.shape[-2 if b.dim() > 1 else -1]:
        return None
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
        return []
    except RuntimeError:
        return None


def another_shape(choice, operands):
    """The elements in the lengths of a random factorisation."""
    remaining, lengths = operands[0].numel(), []
    while remaining > 1 and len(lengths) < 3:
        lengths.append(choice.choice([n for n in range(1, remaining + 1) if remaining % n == 0]))
        remaining //= lengths[-1]
    return lengths + [remaining]


def larger_shape(choice, operands):
    lengths = [choice.choice([2, 3]) if length == 1 else length for length in operands[0].shape]
    return [choice.choice([1, 2])] + lengths


def part(choice, operands):
    """An axis, where to begin and where to stop on it."""
    if operands[0].dim() == 0:
        return None
    dim = choice.randrange(operands[0].dim())
    start = choice.randrange(operands[0].shape[dim])
    return [dim, start, choice.randint(start + 1, operands[0].shape[dim])]


def position(choice, operands):
    if operands[0].dim() == 0:
        return None
    dim = choice.randrange(operands[0].dim())
    return [dim, choice.randrange(operands[0].shape[dim])]


def positions(choice, operands):
    """An axis, and some positions on it, repeated or not."""
    if operands[0].dim() == 0:
        return None
    dim = choice.randrange(operands[0].dim())
    return [dim] + [choice.randrange(operands[0].shape[dim]) for _ in range(choice.randint(1, 4))]


def same_shape(choice, operands):
    return [] if operands[0].shape == operands[1].shape else None


def joined(choice, operands):
    """An axis along which the two may be joined."""
    a, b = operands[0].shape, operands[1].shape
    if len(a) != len(b):
        return None
    fitting = [dim for dim in range(len(a)) if a[:dim] + a[dim + 1:] == b[:dim] + b[dim + 1:]]
    return [choice.choice(fitting)] if fitting else None


def apart(dim):
    """Whether the elements along an axis are far enough from each other that rounding does not reorder them."""
    return lambda x: (x.sort(dim).values.diff(dim=dim) > 1e-3).all()


def ordered_axis(choice, operands):
    found = axis(choice, operands)
    return found if found and apart(found[0])(operands[0].detach()) else None


def axis_of_two(choice, operands):
    """An axis with at least two elements that are not all alike."""
    found = axis(choice, operands)
    return found if found and operands[0].shape[found[0]] > 1 and bool((operands[0].detach().var(found[0]) > 0.01).all()) else None


def vectors(choice, operands):
    return [] if operands[0].dim() == operands[1].dim() == 1 else None


def matrix(choice, operands):
    return [choice.randint(-1, 1)] if operands[0].dim() >= 2 else None


def padding(choice, operands):
    return [choice.randint(0, 1), choice.randint(0, 2)] if operands[0].dim() > 0 else None


def labels(choice, operands):
    """A class for each row."""
    return [choice.randrange(operands[0].shape[1]) for _ in range(operands[0].shape[0])] if operands[0].dim() == 2 else None


def one_channel(choice, operands):
    """A signal of one channel, and a kernel that it holds."""
    x, w = operands
    return [choice.randint(1, 2), choice.randint(0, 1)] if x.dim() == w.dim() == 1 and w.numel() <= x.numel() else None


def away_from(*kinks):
    return where(lambda x: torch.stack([(x - kink).abs() for kink in kinks]).min(0).values > 1e-3)


def scaled_in_place(x, dim, start, stop, n):
    """A copy, a part of which is multiplied through a view."""
    y = x.clone()
    y.narrow(dim, start, stop - start).mul_(n / 8)
    return y


def added_in_place(x, y):
    return x.clone().add_(y).mul_(y)


STEPS = {
    "neg": Step(1, always, torch.neg),
    "abs": Step(1, where(away_from_zero), torch.abs),
    "exp": Step(1, where(lambda x: x < 1.7), torch.exp),
    "log": Step(1, where(lambda x: x > 0.1), torch.log),
    "sqrt": Step(1, where(lambda x: x > 0.1), torch.sqrt),
    "tanh": Step(1, always, torch.tanh),
    "sigmoid": Step(1, always, torch.sigmoid),
    "sin": Step(1, always, torch.sin),
    "cos": Step(1, always, torch.cos),
    "relu": Step(1, where(away_from_zero), torch.relu),
    "square": Step(1, always, lambda x: x ** 2),
    "cube": Step(1, always, lambda x: x ** 3),
    "plus": Step(1, small_number, lambda x, n: x + n / 8),
    "times": Step(1, small_number, lambda x, n: x * (n / 8)),
    "over": Step(1, where(lambda x: x.abs() > 0.3), lambda x: 1 / x),
    "add": Step(2, broadcastable, torch.add),
    "sub": Step(2, broadcastable, torch.sub),
    "mul": Step(2, broadcastable, torch.mul),
    "div": Step(2, broadcastable_where(lambda a, b: b.abs() > 0.3), torch.div),
    "matmul": Step(2, multipliable, torch.matmul),
    "sum": Step(1, axis, lambda x, dim: x.sum(dim)),
    "sum_keep": Step(1, axis, lambda x, dim: x.sum(dim, keepdim=True)),
    "mean": Step(1, axis, lambda x, dim: x.mean(dim)),
    "mean_keep": Step(1, axis, lambda x, dim: x.mean(dim, keepdim=True)),
    "softmax": Step(1, axis, lambda x, dim: x.softmax(dim)),
    "log_softmax": Step(1, axis, lambda x, dim: x.log_softmax(dim)),
    "transpose": Step(1, two_axes, lambda x, first, second: x.transpose(first, second)),
    "reshape": Step(1, another_shape, lambda x, *shape: x.reshape(shape)),
    "expand": Step(1, larger_shape, lambda x, *shape: x.expand(shape)),
    "part": Step(1, part, lambda x, dim, start, stop: x.narrow(dim, start, stop - start)),
    "select": Step(1, position, lambda x, dim, index: x.select(dim, index)),
    "index_select": Step(1, positions, lambda x, dim, *index: x.index_select(dim, torch.tensor(index))),
    "clone": Step(1, always, torch.clone),
    "exp2": Step(1, where(lambda x: x < 2.4), torch.exp2),
    "expm1": Step(1, where(lambda x: x < 1.7), torch.expm1),
    "log1p": Step(1, where(lambda x: x > -0.8), torch.log1p),
    "log2": Step(1, where(lambda x: x > 0.2), torch.log2),
    "rsqrt": Step(1, where(lambda x: x > 0.2), torch.rsqrt),
    "sinh": Step(1, where(lambda x: x.abs() < 2), torch.sinh),
    "cosh": Step(1, where(lambda x: x.abs() < 2), torch.cosh),
    "tan": Step(1, where(lambda x: x.abs() < 1.2), torch.tan),
    "asin": Step(1, where(lambda x: x.abs() < 0.9), torch.asin),
    "acos": Step(1, where(lambda x: x.abs() < 0.9), torch.acos),
    "atan": Step(1, always, torch.atan),
    "asinh": Step(1, always, torch.asinh),
    "acosh": Step(1, where(lambda x: x > 1.1), torch.acosh),
    "atanh": Step(1, where(lambda x: x.abs() < 0.9), torch.atanh),
    "erf": Step(1, always, torch.erf),
    "erfc": Step(1, always, torch.erfc),
    "erfinv": Step(1, where(lambda x: x.abs() < 0.9), torch.erfinv),
    "lgamma": Step(1, where(lambda x: x > 0.3), torch.lgamma),
    "logit": Step(1, where(lambda x: (x - 0.5).abs() < 0.4), torch.logit),
    "logsigmoid": Step(1, always, F.logsigmoid),
    "softplus": Step(1, always, F.softplus),
    "softsign": Step(1, always, F.softsign),
    "gelu": Step(1, always, F.gelu),
    "gelu_tanh": Step(1, always, lambda x: F.gelu(x, approximate="tanh")),
    "silu": Step(1, always, F.silu),
    "mish": Step(1, always, F.mish),
    "elu": Step(1, where(away_from_zero), F.elu),
    "selu": Step(1, where(away_from_zero), F.selu),
    "leaky_relu": Step(1, where(away_from_zero), F.leaky_relu),
    "hardtanh": Step(1, away_from(-1, 1), F.hardtanh),
    "hardswish": Step(1, away_from(-3, 3), F.hardswish),
    "relu6": Step(1, away_from(0, 6), F.relu6),
    "clamp": Step(1, away_from(-0.5, 1), lambda x: x.clamp(-0.5, 1)),
    "frac": Step(1, where(lambda x: (x - x.round()).abs() > 1e-3), torch.frac),
    "maximum": Step(2, unequal, torch.maximum),
    "minimum": Step(2, unequal, torch.minimum),
    "where": Step(2, unequal, lambda a, b: torch.where(a < b, a * 0.5, b.sin())),
    "atan2": Step(2, broadcastable_where(lambda a, b: b > 0.1), torch.atan2),
    "hypot": Step(2, broadcastable_where(lambda a, b: b.abs() > 0.1), torch.hypot),
    "logaddexp": Step(2, broadcastable, torch.logaddexp),
    "xlogy": Step(2, broadcastable_where(lambda a, b: b > 0.2), torch.xlogy),
    "pow": Step(2, broadcastable_where(lambda a, b: a > 0.3), torch.pow),
    "lerp": Step(2, broadcastable, lambda a, b: torch.lerp(a, b, 0.25)),
    "in_place_part": Step(1, lambda choice, operands: (found := part(choice, operands)) and found + small_number(choice, operands), scaled_in_place),
    "in_place": Step(2, same_shape, added_in_place),
    "flip": Step(1, axis, lambda x, dim: x.flip(dim)),
    "roll": Step(1, lambda choice, operands: (found := axis(choice, operands)) and [choice.randint(-2, 3)] + found, torch.roll),
    "cat": Step(2, joined, lambda a, b, dim: torch.cat([a, b], dim)),
    "stack": Step(2, lambda choice, operands: None if same_shape(choice, operands) is None else [choice.randint(0, operands[0].dim())],
                  lambda a, b, dim: torch.stack([a, b], dim)),
    "unsqueeze": Step(1, lambda choice, operands: [choice.randint(0, operands[0].dim())], torch.unsqueeze),
    "squeeze": Step(1, always, lambda x: x.squeeze()),
    "flatten": Step(1, always, torch.flatten),
    "tril": Step(1, matrix, torch.tril),
    "triu": Step(1, matrix, torch.triu),
    "diagonal": Step(1, lambda choice, operands: [] if operands[0].dim() >= 2 else None, torch.diagonal),
    "diag_embed": Step(1, lambda choice, operands: [] if operands[0].dim() in (1, 2) else None, torch.diag_embed),
    "repeat_interleave": Step(1, lambda choice, operands: (found := axis(choice, operands)) and [2] + found, torch.repeat_interleave),
    "pad": Step(1, padding, lambda x, left, right: F.pad(x, (left, right))),
    "prod": Step(1, axis, lambda x, dim: x.prod(dim)),
    "var": Step(1, axis_of_two, lambda x, dim: x.var(dim)),
    "std": Step(1, axis_of_two, lambda x, dim: x.std(dim)),
    "norm": Step(1, where(away_from_zero), torch.norm),
    "logsumexp": Step(1, axis, lambda x, dim: x.logsumexp(dim)),
    "cumsum": Step(1, axis, lambda x, dim: x.cumsum(dim)),
    "cumprod": Step(1, axis, lambda x, dim: x.cumprod(dim)),
    "logcumsumexp": Step(1, axis, lambda x, dim: x.logcumsumexp(dim)),
    "amax": Step(1, ordered_axis, lambda x, dim: x.amax(dim)),
    "amin": Step(1, ordered_axis, lambda x, dim: x.amin(dim)),
    "max": Step(1, ordered_axis, lambda x, dim: x.max(dim).values),
    "median": Step(1, ordered_axis, lambda x, dim: x.median(dim).values),
    "sort": Step(1, ordered_axis, lambda x, dim: x.sort(dim).values),
    "diff": Step(1, lambda choice, operands: (found := axis(choice, operands)) and (found if operands[0].shape[found[0]] > 1 else None),
                 lambda x, dim: x.diff(dim=dim)),
    "outer": Step(2, vectors, torch.outer),
    "conv1d": Step(2, one_channel, lambda x, w, stride, pad: F.conv1d(x[None, None], w[None, None], stride=stride, padding=pad)[0, 0]),
    "layer_norm": Step(1, lambda choice, operands: (found := axis_of_two(choice, operands)) and ([] if found[0] in (-1, operands[0].dim() - 1) else None),
                       lambda x: F.layer_norm(x, x.shape[-1:])),
    "mse_loss": Step(2, same_shape, F.mse_loss),
    "smooth_l1_loss": Step(2, lambda choice, operands: same_shape(choice, operands) if operands[0].shape == operands[1].shape and bool(
        ((operands[0] - operands[1]).detach().abs() > 1e-3).all()) else None, F.smooth_l1_loss),
    "cross_entropy": Step(1, labels, lambda x, *classes: F.cross_entropy(x, torch.tensor(classes))),
}
