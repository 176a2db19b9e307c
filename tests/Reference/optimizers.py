#!/usr/bin/env python3
"""Writes where PyTorch's optimisers go in a hundred steps on three functions.

    python3 tests/Reference/optimizers.py

In optimizers/trajectories.json: for each run the optimiser, its options, the function, and all parameters one after
another, before the first step and after each tenth, in float64. The learning rate is halved after fifty steps; every
third step the last parameter has no gradient. Who maximises, maximises the function's negative. LBFGS has all
gradients, and a convex function in place of the network: there it would turn on the last bits.

NAdam is asked for "foreach", because the plain loop of this version counts one momentum twice, other than its paper,
its own foreach form, and later versions.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

from operands import numbers

torch.set_default_dtype(torch.float64)
STEPS = 100

INPUTS, LABELS = numbers((6, 4), 7), torch.tensor([2, 0, 1, 2, 1, 0])


def valley(p):
    return (1 - p[0]).square().sum() + 5 * (p[1] - p[0].square()).square().sum()


def bowl(p):
    steep = (torch.tensor([0.6, 5.0, 40.0]) * (p[0] - 1).square()).sum()
    return steep + (p[1] @ p[1].T).trace() + (p[0][:2] @ p[1]).sum()


def network(p):
    hidden = (INPUTS @ p[0] + p[1]).tanh()
    return F.cross_entropy(hidden @ p[2] + p[3], LABELS)


def logistic(p):
    return F.cross_entropy(INPUTS @ p[0] + p[1], LABELS) + 0.02 * (p[0].square().sum() + p[1].square().sum())


FUNCTIONS = {
    "valley": (valley, [torch.tensor([-0.5]), torch.tensor([1.2])]),
    "bowl": (bowl, [numbers((3,), 11), numbers((2, 2), 12)]),
    "network": (network, [numbers((4, 8), 1, -0.5, 0.5), numbers((8,), 2, -0.5, 0.5),
                          numbers((8, 3), 3, -0.5, 0.5), numbers((3,), 4, -0.5, 0.5)]),
    "logistic": (logistic, [numbers((4, 3), 5, -0.5, 0.5), numbers((3,), 6, -0.5, 0.5)]),
}

OPTIMIZERS = [
    ("SGD", {"lr": 0.01}),
    ("SGD", {"lr": 0.01, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.01, "momentum": 0.9}),
    ("SGD", {"lr": 0.01, "momentum": 0.9, "dampening": 0.3, "weight_decay": 0.05}),
    ("SGD", {"lr": 0.005, "momentum": 0.8, "nesterov": True}),
    ("SGD", {"lr": 0.005, "momentum": 0.8, "nesterov": True, "weight_decay": 0.1, "maximize": True}),
    ("Adam", {}),
    ("Adam", {"lr": 0.05, "betas": [0.8, 0.95], "eps": 1e-3}),
    ("Adam", {"lr": 0.02, "weight_decay": 0.1}),
    ("Adam", {"lr": 0.05, "amsgrad": True, "weight_decay": 0.02, "maximize": True}),
    ("AdamW", {"lr": 0.02}),
    ("AdamW", {"lr": 0.05, "weight_decay": 0.3, "amsgrad": True, "betas": [0.7, 0.9]}),
    ("AdamW", {"lr": 0.05, "maximize": True}),
    ("RMSprop", {}),
    ("RMSprop", {"lr": 0.02, "alpha": 0.9, "eps": 1e-3, "weight_decay": 0.1}),
    ("RMSprop", {"lr": 0.005, "momentum": 0.9}),
    ("RMSprop", {"lr": 0.005, "centered": True, "maximize": True}),
    ("RMSprop", {"lr": 0.003, "alpha": 0.95, "momentum": 0.5, "centered": True, "weight_decay": 0.02}),
    ("Adagrad", {}),
    ("Adagrad", {"lr": 0.2, "lr_decay": 0.05, "weight_decay": 0.1, "eps": 1e-4}),
    ("Adagrad", {"lr": 0.3, "initial_accumulator_value": 0.5, "maximize": True}),
    ("NAdam", {}),
    ("NAdam", {"lr": 0.05, "betas": [0.8, 0.95], "eps": 1e-3, "momentum_decay": 0.1}),
    ("NAdam", {"lr": 0.02, "weight_decay": 0.1, "momentum_decay": 0.0}),
    ("LBFGS", {"lr": 0.1}),
    ("LBFGS", {"lr": 0.02, "max_iter": 2, "history_size": 3}),
    ("LBFGS", {"max_iter": 2, "line_search_fn": "strong_wolfe"}),
    ("LBFGS", {"lr": 0.5, "max_iter": 4, "max_eval": 6, "history_size": 8, "line_search_fn": "strong_wolfe"}),
    ("LBFGS", {"lr": 0.1, "max_iter": 5, "tolerance_grad": 1e-3, "tolerance_change": 1e-5}),
]


DEFAULTS = {"NAdam": {"foreach": True}}


def run(optimizer, options, function, start):
    parameters = [tensor.clone().requires_grad_() for tensor in start]
    steps = getattr(torch.optim, optimizer)(parameters, **DEFAULTS.get(optimizer, {}), **options)
    sign = -1 if options.get("maximize") else 1

    def now():
        return [float(f"{number:.9g}") for tensor in parameters for number in tensor.detach().reshape(-1).tolist()]

    def evaluate(step):
        steps.zero_grad(set_to_none=True)
        value = sign * function(parameters)
        value.backward()
        if step % 3 == 0 and optimizer != "LBFGS":
            parameters[-1].grad = None
        return value

    trajectory = [now()]
    for step in range(1, STEPS + 1):
        steps.step(lambda: evaluate(step))
        if step == STEPS // 2:
            steps.param_groups[0]["lr"] /= 2
        if step % 10 == 0:
            trajectory.append(now())
    return trajectory


if __name__ == "__main__":
    runs = [
        {"optimizer": optimizer, "options": options, "function": name,
         "shapes": [list(tensor.shape) for tensor in start], "trajectory": run(optimizer, options, function, start)}
        for optimizer, options in OPTIMIZERS
        for name, (function, start) in FUNCTIONS.items()
        if name != ("network" if optimizer == "LBFGS" else "logistic")
    ]
    path = pathlib.Path(__file__).parent / "optimizers" / "trajectories.json"
    path.parent.mkdir(exist_ok=True)
    rows = ",\n".join(json.dumps(one) for one in runs)
    path.write_text(f'{{"source": "PyTorch {torch.__version__}, float64", "runs": [\n{rows}\n]}}\n')
