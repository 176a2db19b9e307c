"""Operands of the operation table's rows: the same on every machine, and far from ties unless they mean to meet one."""
import torch


def numbers(shape, seed, low=-2.0, high=2.0):
    """Numbers that look random, are far from ties, and are the same on every machine: a golden-ratio sequence."""
    count = 1
    for length in shape:
        count *= length
    values = [round(low + (high - low) * ((0.6180339887498949 * (i + 1) + 0.37 * seed) % 1.0), 6) for i in range(count)]
    return torch.tensor(values).reshape(shape)


def positive(shape, seed):
    return numbers(shape, seed, 0.2, 3.0)


def zeros_between(shape, seed):
    """Every third number is exactly zero: the place where conventions show."""
    values = numbers(shape, seed).reshape(-1)
    values[::3] = 0
    return values.reshape(shape)
