"""The PyTorch side of the benchmarks: answers one JSON object a line with one JSON object a line.

    {"case": NAME, "check": true}  ->  {"value": NUMBER}        prepares, runs twice, fingerprints
    {"case": NAME, "repeat": N}    ->  {"nanoseconds": NUMBER}  of N iterations; after a check of the case
"""

import json
import os
import sys
import time

import torch


def wave(pace, *shape):
    count = torch.Size(shape).numel()
    return torch.arange(count, dtype=torch.float64).mul(pace).sin().float().reshape(shape)


def parameter(pace, *shape):
    return wave(pace, *shape).requires_grad_()


def fingerprint(*tensors):
    total = 0.0
    for tensor in tensors:
        values = tensor.detach().double().flatten()
        weights = torch.arange(values.numel()) % 7 + 1
        total += (values * values * weights).sum().item()
    return total


class ScalarGraph:
    name = "(x·w − 2)² of numbers, forward and backward"

    def prepare(self):
        self.x = torch.tensor(2.0, requires_grad=True)
        self.w = torch.tensor(3.0, requires_grad=True)

    def run(self):
        self.x.grad, self.w.grad = None, None
        self.loss = (self.x * self.w - 2).pow(2)
        self.loss.backward()

    def check(self):
        return fingerprint(self.loss, self.x.grad, self.w.grad)


class TanhChain:
    name = "chain of 1,000 tanh of a number, forward and backward"

    def prepare(self):
        self.x = torch.tensor(0.01, requires_grad=True)

    def run(self):
        self.x.grad = None
        y = self.x
        for _ in range(1000):
            y = y.tanh()
        y.backward()
        self.y = y

    def check(self):
        return fingerprint(self.y, self.x.grad)


class TrainingStep:
    name = "training step of an MLP 32×2-16-1, tanh, MSE, SGD"

    def prepare(self):
        self.inputs = wave(0.7, 32, 2)
        self.targets = wave(1.3, 32, 1)
        self.parameters = [parameter(0.3, 2, 16), parameter(0.5, 16), parameter(0.9, 16, 1), parameter(1.1, 1)]

    def run(self):
        w1, b1, w2, b2 = self.parameters
        outputs = (self.inputs @ w1 + b1).tanh() @ w2 + b2
        self.loss = torch.nn.functional.mse_loss(outputs, self.targets)
        self.loss.backward()
        with torch.no_grad():
            for p in self.parameters:
                p.sub_(0.1 * p.grad)
                p.grad.zero_()

    def check(self):
        return fingerprint(self.loss, *self.parameters)


class MatrixProduct:
    def __init__(self, rows, depth, columns):
        self.shapes = (rows, depth), (depth, columns)
        self.name = f"matmul {rows}×{depth} · {depth}×{columns}"

    def prepare(self):
        self.a, self.b = wave(0.7, *self.shapes[0]), wave(1.3, *self.shapes[1])

    def run(self):
        self.product = self.a.matmul(self.b)

    def check(self):
        return fingerprint(self.product)


class Addition:
    name = "add 1M"

    def prepare(self):
        self.a, self.b = wave(0.7, 1 << 20), wave(1.3, 1 << 20)

    def run(self):
        self.sum = self.a + self.b

    def check(self):
        return fingerprint(self.sum)


class ReluChain:
    name = "chain of 100 relu over 1M, forward and backward"

    def prepare(self):
        self.x = parameter(0.7, 1 << 20)

    def run(self):
        self.x.grad = None
        y = self.x
        for _ in range(100):
            y = y.relu()
        y.sum().backward()

    def check(self):
        return fingerprint(self.x.grad)


CASES = {
    case.name: case
    for case in [
        ScalarGraph(),
        TanhChain(),
        TrainingStep(),
        MatrixProduct(512, 512, 512),
        MatrixProduct(64, 784, 128),
        Addition(),
        ReluChain(),
    ]
}


def loaded_blas():
    """The library that does the matrix products, where the system tells: an own one, or PyTorch's own files."""
    try:
        with open("/proc/self/maps") as maps:
            files = {os.path.basename(line.split()[-1]) for line in maps if ".so" in line}
    except OSError:
        return "unknown"
    found = sorted(name for name in files if any(word in name for word in ("blas", "mkl", "blis")))
    return ", ".join(found) or "built in"


def answer(request):
    case = CASES[request["case"]]
    if request.get("check"):
        case.prepare()
        case.run()
        case.run()
        return {"value": case.check()}
    run = case.run
    start = time.perf_counter_ns()
    for _ in range(request["repeat"]):
        run()
    return {"nanoseconds": time.perf_counter_ns() - start}


def main():
    torch.set_num_threads(int(sys.argv[1]))
    hello = {"version": torch.__version__, "threads": torch.get_num_threads(), "blas": loaded_blas()}
    print(json.dumps(hello), flush=True)
    for line in sys.stdin:
        try:
            reply = answer(json.loads(line))
        except Exception as problem:  # The other side decides what to do about it.
            reply = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(reply), flush=True)


main()
