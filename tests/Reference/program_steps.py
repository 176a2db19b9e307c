"""The operations of random programs: how many operands, which parameters (whole numbers only), and what is computed."""
import torch


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
}
