"""Programs that change tensors in place, also through views of them."""
import torch

from operands import numbers, positive


def after(x, *changes):
    """A copy of x after some changes, each a function of the copy."""
    y = x.clone()
    for change in changes:
        change(y)
    return y


def view_before(x, w):
    y = x * 1
    row = y[0]
    y.mul_(w)
    return row.exp()


def views_of_one(x, w):
    y = torch.zeros(2, 3)
    upper, lower, columns = y[0], y[1:], y.t()
    upper.copy_(x)
    assert lower.grad_fn is not None  # PyTorch brings a view up to date only when it is asked
    lower.add_(w)
    columns[1].mul_(x[0])
    return y.exp() * upper


def expanded_before(x, w):
    y = x * 2
    wide = y.expand(2, 3)
    y.mul_(w)
    return wide ** 2


def view_of_view(x, w):
    y = (x * 2).view(6)
    y.view(2, 3)[1].view(3, 1)[1:].mul_(w)
    return y.tanh()


def total(x, w):
    total = torch.zeros(())
    for i in range(3):
        total += (x[i] * w).sum()
    return total ** 2


def in_turn(x, w):
    y = x * w
    y += x
    y *= 2
    y -= w
    y /= 4
    return y.exp()


CASES = [
    ("in turn", in_turn, [numbers((2, 3), 160), numbers((3,), 161)]),
    ("total", total, [numbers((3, 2), 162), numbers((2,), 163)]),
    ("add_ alpha", lambda x, w: after(x, lambda y: y.add_(w, alpha=-0.5)).exp(), [numbers((2, 3), 151), numbers((3,), 152)]),
    ("sub_ alpha", lambda x, w: after(x, lambda y: y.sub_(w * w, alpha=2)).exp(), [numbers((2, 3), 153), numbers((3,), 154)]),
    ("add_ number", lambda x: after(x, lambda y: y.add_(2)).exp(), [numbers((3,), 164)]),
    ("mul_ by what it was", lambda x: after(x, lambda y: y.mul_(y.clone())).exp(), [numbers((3,), 165)]),
    ("mul_ of a constant", lambda w: torch.full((2, 3), 2.5).mul_(w) ** 2, [numbers((3,), 166)]),
    ("div_ by itself", lambda x: after(x, lambda y: y.div_(y.clone() * y.clone())), [positive((3,), 167)]),
    ("zero_", lambda x: after(x, lambda y: y.zero_()) + x ** 2, [numbers((3,), 168)]),
    ("fill_", lambda x, v: after(x, lambda y: y[1].fill_(v)) ** 2, [numbers((2, 3), 169), numbers((), 170)]),
    ("copy_", lambda x, w: after(x, lambda y: y.copy_(w)) ** 2, [numbers((2, 3), 171), numbers((3,), 172)]),
    ("copy_ to a column", lambda x, w: after(x, lambda y: y[:, 1].copy_(w)) ** 2, [numbers((2, 3), 173), numbers((2,), 174)]),
    ("add_ to a transpose", lambda x, w: after(x, lambda y: y.t().add_(w)) ** 2, [numbers((2, 3), 175), numbers((3, 1), 176)]),
    ("compound on a part", lambda x, w: after(x, lambda y: y[0].mul_(w), lambda y: y[:, 1:].add_(w[1:])).exp(),
     [numbers((2, 3), 177), numbers((3,), 178)]),
    ("view before a change", view_before, [numbers((2, 3), 179), numbers((3,), 180)]),
    ("views of one tensor", views_of_one, [numbers((3,), 181), numbers((1, 3), 182)]),
    ("expanded before a change", expanded_before, [numbers((1, 3), 183), numbers((1, 3), 184)]),
    ("view of a view", view_of_view, [numbers((2, 3), 185), numbers((2, 1), 186)]),
]
