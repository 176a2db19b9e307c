#!/usr/bin/env python3
"""Writes the learning rates of PyTorch's schedules, step by step.

    python3 tests/Reference/schedules.py

In optimizers/schedules.json: for each schedule its arguments, and for each group of the optimiser the rates (and what
OneCycleLR does to the momentum) before the first step and after each of 64. The groups begin with rates of 0.1 and
0.03; the optimiser is SGD with momentum, or Adam. ReduceLROnPlateau is given a sum of waves that falls and rises.
"""
import json
import math
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler

warnings.simplefilter("ignore")
torch.set_default_dtype(torch.float64)
STEPS = 64

SCHEDULES = [
    ("StepLR", {"step_size": 7}),
    ("StepLR", {"step_size": 20, "gamma": 0.5}),
    ("MultiStepLR", {"milestones": [5, 30, 30, 48], "gamma": 0.3}),
    ("ExponentialLR", {"gamma": 0.93}),
    ("LinearLR", {}),
    ("LinearLR", {"start_factor": 0.9, "end_factor": 0.05, "total_iters": 40}),
    ("LambdaLR", {}),
    ("CosineAnnealingLR", {"T_max": 64}),
    ("CosineAnnealingLR", {"T_max": 15, "eta_min": 0.002}),
    ("CosineAnnealingWarmRestarts", {"T_0": 9}),
    ("CosineAnnealingWarmRestarts", {"T_0": 4, "T_mult": 2, "eta_min": 0.001}),
    ("CosineAnnealingWarmRestarts", {"T_0": 3, "T_mult": 3}),
    ("OneCycleLR", {"max_lr": 0.5, "total_steps": 65}),
    ("OneCycleLR", {"max_lr": [0.5, 0.2], "total_steps": 70, "pct_start": 0.25, "anneal_strategy": "linear",
                    "base_momentum": 0.7, "max_momentum": 0.9, "div_factor": 10.0, "final_div_factor": 100.0}),
    ("OneCycleLR", {"max_lr": 0.3, "total_steps": 66, "three_phase": True}),
    ("OneCycleLR", {"max_lr": 0.3, "total_steps": 66, "cycle_momentum": False}),
    ("SequentialLR", {}),
    ("ReduceLROnPlateau", {"patience": 2}),
    ("ReduceLROnPlateau", {"factor": 0.5, "patience": 1, "threshold": 0.05, "cooldown": 3, "min_lr": 0.01}),
    ("ReduceLROnPlateau", {"factor": 0.7, "patience": 0, "threshold": 0.2, "threshold_mode": "abs", "mode": "max",
                           "eps": 1e-3}),
]


def metric(step):
    return 2 + math.cos(0.4 * step) / (1 + 0.1 * step) + 0.3 * math.sin(0.05 * step)


def make(name, options, optimizer):
    if name == "LambdaLR":
        return lr_scheduler.LambdaLR(optimizer, [lambda step: 1 / (1 + step), lambda step: 0.95 ** step])
    if name == "SequentialLR":
        return lr_scheduler.SequentialLR(optimizer, [
            lr_scheduler.LinearLR(optimizer, start_factor=0.1, total_iters=8),
            lr_scheduler.CosineAnnealingLR(optimizer, T_max=30, eta_min=0.001),
            lr_scheduler.ExponentialLR(optimizer, gamma=0.9)], milestones=[8, 38])
    return getattr(lr_scheduler, name)(optimizer, **options)


def run(name, options, adam):
    groups = [{"params": [torch.zeros(1)], "lr": 0.1}, {"params": [torch.zeros(1)], "lr": 0.03}]
    optimizer = torch.optim.Adam(groups) if adam else torch.optim.SGD(groups, lr=0.1, momentum=0.5)
    schedule = make(name, options, optimizer)
    rates, momenta = [[], []], [[], []]
    for step in range(STEPS + 1):
        for i, group in enumerate(optimizer.param_groups):
            rates[i].append(group["lr"])
            momenta[i].append(group["betas"][0] if adam else group["momentum"])
        optimizer.step()
        if step < STEPS:
            schedule.step(*([metric(step)] if name == "ReduceLROnPlateau" else []))
    return {"schedule": name, "options": options, "adam": adam, "rates": rates,
            **({"momenta": momenta} if name == "OneCycleLR" else {})}


if __name__ == "__main__":
    runs = [run(name, options, adam=i % 2 == 1) for i, (name, options) in enumerate(SCHEDULES)]
    runs.append(run("OneCycleLR", {"max_lr": 0.5, "total_steps": 65}, adam=True))
    path = pathlib.Path(__file__).parent / "optimizers" / "schedules.json"
    rows = ",\n".join(json.dumps(one) for one in runs)
    path.write_text(f'{{"source": "PyTorch {torch.__version__}", "runs": [\n{rows}\n]}}\n')
