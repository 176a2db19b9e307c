"""The PyTorch side of the benchmarks: answers one JSON object a line with one JSON object a line.

    {"case": NAME, "check": true}  ->  {"value": NUMBER}        prepares, runs twice, fingerprints
    {"case": NAME, "repeat": N}    ->  {"nanoseconds": NUMBER}  of N iterations; after a check of the case
    {"case": NAME, "peak": N}      ->  {"bytes": NUMBER}        growth of the process's peak by N iterations

Its arguments are the number of threads and the device. What is timed is done when a device has done it.
"""

import json
import os
import sys
import time

import torch
import torch.nn.functional as F

DEVICE = torch.device(sys.argv[2])


def wave(pace, *shape):
    count = torch.Size(shape).numel()
    return torch.arange(count, dtype=torch.float64).mul(pace).sin().float().reshape(shape).to(DEVICE)


def parameter(pace, *shape):
    return wave(pace, *shape).requires_grad_()


def fingerprint(*tensors):
    total = 0.0
    for tensor in tensors:
        values = tensor.detach().double().flatten()
        weights = torch.arange(values.numel(), device=values.device) % 7 + 1
        total += (values * values * weights).sum().item()
    return total


def positions(bound, *shape):
    count = torch.Size(shape).numel()
    return (torch.arange(count) * 7 % bound).reshape(shape).to(DEVICE)


def small(pace, *shape):
    return (wave(pace, *shape) * 0.1).requires_grad_()


class Case:
    """A case; prepare() returns what is repeated, and what came out of the last time."""

    def __init__(self, name, prepare):
        self.name, self.make = name, prepare

    def prepare(self):
        self.run, self.results = self.make()

    def check(self):
        return fingerprint(*self.results())

    def release(self):
        """Lets go of the operands, lest the next case be timed among them."""
        self.run = self.results = None


def of(compute):
    """An iteration with one result."""
    result = None

    def run():
        nonlocal result
        result = compute()

    return run, lambda: [result]


def unary(name, function, *shape):
    def prepare():
        x = wave(0.7, *shape)
        return of(lambda: function(x))

    return Case(name, prepare)


def binary(name, function, left, right):
    def prepare():
        a, b = wave(0.7, *left), wave(1.3, *right)
        return of(lambda: function(a, b))

    return Case(name, prepare)


def square():
    x, w = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    loss = None

    def run():
        nonlocal loss
        x.grad, w.grad = None, None
        loss = (x * w - 2).pow(2)
        loss.backward()

    return run, lambda: [loss, x.grad, w.grad]


def tanh_chain():
    x = torch.tensor(0.01, requires_grad=True)
    y = None

    def run():
        nonlocal y
        x.grad = None
        y = x
        for _ in range(1000):
            y = y.tanh()
        y.backward()

    return run, lambda: [y, x.grad]


def long_graph():
    x = torch.tensor(0.01, requires_grad=True)

    def compute():
        y = x
        for _ in range(1_000_000):
            y = y * 1.000001
        return y.detach()

    return of(compute)


def relu_chain():
    x = parameter(0.7, 1 << 20)

    def run():
        x.grad = None
        y = x
        for _ in range(100):
            y = y.relu()
        y.sum().backward()

    return run, lambda: [x.grad]


def training(parameters, loss, optimizer):
    last = None

    def run():
        nonlocal last
        optimizer.zero_grad(set_to_none=True)
        last = loss()
        last.backward()
        optimizer.step()

    return run, lambda: [last, *parameters]


def descent(parameters, loss, rate=0.01):
    return training(parameters, loss, torch.optim.SGD(parameters, lr=rate))


def layers(*widths):
    return [
        parameter
        for layer, (one, other) in enumerate(zip(widths, widths[1:]))
        for parameter in (small(0.3 + 0.2 * layer, other, one), small(0.4 + 0.2 * layer, other))
    ]


def perceptron(x, p):
    for layer in range(0, len(p), 2):
        x = F.linear(x if layer == 0 else x.relu(), p[layer], p[layer + 1])
    return x


def small_perceptron():
    inputs, targets = wave(0.7, 32, 2), wave(1.3, 32, 1)
    p = [parameter(0.3, 2, 16), parameter(0.5, 16), parameter(0.9, 16, 1), parameter(1.1, 1)]
    return descent(p, lambda: F.mse_loss((inputs @ p[0] + p[1]).tanh() @ p[2] + p[3], targets))


def digit_perceptron():
    inputs, targets = wave(0.7, 64, 784), positions(10, 64)
    p = layers(784, 128, 10)
    return descent(p, lambda: F.cross_entropy(perceptron(inputs, p), targets))


def wide_perceptron(batch, *widths):
    inputs, targets = wave(0.7, batch, widths[0]), positions(widths[-1], batch)
    p = layers(*widths)
    return training(p, lambda: F.cross_entropy(perceptron(inputs, p), targets), torch.optim.Adam(p))


def lenet():
    images, targets = wave(0.7, 64, 1, 28, 28), positions(10, 64)
    p = [small(0.3, 6, 1, 5, 5), small(0.5, 6), small(0.9, 16, 6, 5, 5), small(1.1, 16), *layers(400, 120, 84, 10)]

    def loss():
        maps = F.max_pool2d(F.conv2d(images, p[0], p[1], padding=2).tanh(), 2)
        maps = F.max_pool2d(F.conv2d(maps, p[2], p[3]).tanh(), 2)
        return F.cross_entropy(perceptron(maps.flatten(1), p[4:]), targets)

    return descent(p, loss)


def lstm():
    width = 64
    inputs, target = wave(0.7, 50, 32, width), wave(1.3, 32, width)
    p = [small(0.3, 4 * width, width), small(0.5, 4 * width, width), small(0.9, 4 * width), small(1.1, 4 * width)]
    zeros = torch.zeros(1, 32, width, device=DEVICE)

    def loss():
        _, h, _ = torch._VF.lstm(inputs, (zeros, zeros), p, True, 1, 0.0, True, False, False)
        return F.mse_loss(h[0], target)

    return descent(p, loss)


def attention(q, k, v):
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v)
    return (q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5).softmax(-1) @ v


def transformer():
    width, heads = 256, 4
    inputs, target = wave(0.7, 8, 128, width), wave(1.3, 8, 128, width)
    p = [
        small(0.3, 3 * width, width), small(0.5, 3 * width), small(0.9, width, width), small(1.1, width),
        parameter(0.2, width), small(0.4, width),
        small(0.6, 4 * width, width), small(0.8, 4 * width), small(1.2, width, 4 * width), small(1.4, width),
        parameter(0.1, width), small(0.15, width),
    ]

    def loss():
        qkv = F.linear(inputs, p[0], p[1]).reshape(8, 128, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
        mixed = attention(*qkv.unbind())
        joined = F.linear(mixed.transpose(1, 2).reshape(8, 128, width), p[2], p[3])
        x = F.layer_norm(inputs + joined, (width,), p[4], p[5])
        inner = F.gelu(F.linear(x, p[6], p[7]))
        x = F.layer_norm(x + F.linear(inner, p[8], p[9]), (width,), p[10], p[11])
        return F.mse_loss(x, target)

    return descent(p, loss)


def cross_entropy(rows, classes):
    logits, labels = wave(0.7, rows, classes), positions(classes, rows)
    return of(lambda: F.cross_entropy(logits, labels))


def cross_entropy_gradient(rows, classes):
    logits, labels = parameter(0.7, rows, classes), positions(classes, rows)

    def run():
        logits.grad = None
        F.cross_entropy(logits, labels).backward()

    return run, lambda: [logits.grad]


def gradients(leaves, function):
    def run():
        for leaf in leaves:
            leaf.grad = None
        function().sum().backward()

    return run, lambda: [leaf.grad for leaf in leaves]


def convolution():
    x, w = parameter(0.7, 8, 64, 56, 56), parameter(0.3, 64, 64, 3, 3)
    return gradients([x, w], lambda: F.conv2d(x, w, padding=1))


def max_pooling():
    x = parameter(0.7, 64, 6, 28, 28)
    return gradients([x], lambda: F.max_pool2d(x, 2))


def layer_norm(rows, columns):
    x, weight, bias = wave(0.7, rows, columns), wave(0.3, columns), wave(0.5, columns)
    return of(lambda: F.layer_norm(x, (columns,), weight, bias))


def total(count):
    x = wave(0.7, count).square()
    return of(lambda: x.sum())


def gather():
    x, index = wave(0.7, 1000, 1000), positions(1000, 1000, 1000)
    return of(lambda: x.gather(1, index))


def matmul(name, left, right, first=lambda x: x, second=lambda x: x):
    def prepare():
        a, b = first(wave(0.7, *left)), second(wave(1.3, *right))
        return of(lambda: a @ b)

    return Case(name, prepare)


def hessian():
    x = wave(0.7, 50)
    return of(lambda: torch.autograd.functional.hessian(
        lambda y: (y.sin() * y).sum() * y.exp().mean(), x))


def jacobian():
    x, w = wave(0.7, 100), wave(1.3, 100, 100)
    return of(lambda: torch.autograd.functional.jacobian(lambda y: (w @ y).tanh(), x))


def device_product(side, kind):
    def prepare():
        a, b = wave(0.7, side, side).square(), wave(1.3, side, side).square()
        # Matrices of float32 are never multiplied as bfloat16 by CUDA; so these are of it.
        a, b = (a.bfloat16(), b.bfloat16()) if kind == "BF16" else (a, b)

        def product():
            torch.set_float32_matmul_precision("high" if kind == "TF32" else "highest")
            return a @ b

        return of(product)

    return prepare


def device_cases(exponent, rows, columns, side, batch, width):
    """What is timed on devices: the sizes are those of Cases/DeviceSizes.cs."""
    count = 1 << exponent
    widths = (width,) * 4 + (10,)
    return [
        unary(f"copy 2^{exponent}", torch.clone, count),
        binary(f"add 2^{exponent}", torch.add, (count,), (count,)),
        unary(f"relu 2^{exponent}", torch.relu, count),
        unary(f"exp 2^{exponent}", torch.exp, count),
        unary(
            f"compiled chain of 8 operations over 2^{exponent}",
            lambda x: (((x * 1.5 + 0.5).relu() * x).tanh() + 1).sigmoid() - x, count),
        Case(f"sum 2^{exponent}", lambda: total(count)),
        unary(f"softmax {rows}×{columns}", lambda x: x.softmax(1), rows, columns),
        Case(f"layer_norm {rows}×{columns}", lambda: layer_norm(rows, columns)),
        Case(f"cross_entropy {rows}×{columns}, forward and backward", lambda: cross_entropy_gradient(rows, columns)),
        *(
            Case(f"matmul {side}, {kind}, {by}", device_product(side, kind))
            for kind in ("float32", "TF32", "BF16") for by in ("cuBLAS", "own kernel")
        ),
        Case(
            f"step of an MLP {batch}×{'-'.join(map(str, widths))}, relu, cross-entropy, Adam",
            lambda: wide_perceptron(batch, *widths)),
    ]


MILLION = 1 << 20

CASES = {
    case.name: case
    for case in [
        Case("(x·w − 2)² of numbers, forward and backward", square),
        Case("chain of 1,000 tanh of a number, forward and backward", tanh_chain),
        Case("graph of 1,000,000 numbers, built and freed", long_graph),
        Case("step of an MLP 32×2-16-1, tanh, MSE, SGD", small_perceptron),
        Case("compiled step of an MLP 32×2-16-1, tanh, MSE, SGD", small_perceptron),
        Case("step of an MLP 64×784-128-10, relu, cross-entropy, SGD", digit_perceptron),
        Case(
            "step of an MLP 512×1024-1024-1024-10, relu, cross-entropy, Adam",
            lambda: wide_perceptron(512, 1024, 1024, 1024, 10)),
        Case("step of LeNet-5 on 64×1×28×28, SGD", lenet),
        Case("step of an LSTM 32×50×64, SGD", lstm),
        Case("compiled step of an LSTM 32×50×64, SGD", lstm),
        Case("step of a transformer block 8×128×256, SGD", transformer),
        Case("convolution 8×64×56×56, 3×3, forward and backward", convolution),
        Case("max pooling 64×6×28×28, 2×2, forward and backward", max_pooling),
        *(matmul(f"matmul {n}", (n, n), (n, n)) for n in (128, 256, 512, 1024, 2048)),
        matmul("matmul 64×784 · 784×128", (64, 784), (784, 128)),
        matmul("matmul 4096×64 · 64×16, tall and thin", (4096, 64), (64, 16)),
        matmul("matmul 512, first operand transposed", (512, 512), (512, 512), first=torch.t),
        matmul("matmul 512, second operand transposed", (512, 512), (512, 512), second=torch.t),
        matmul("matmul 512, float64", (512, 512), (512, 512), torch.Tensor.double, torch.Tensor.double),
        matmul("matmul of 64 × 64 matrices 64×64", (64, 64, 64, 64), (64, 64, 64, 64)),
        binary("add 1M", torch.add, (MILLION,), (MILLION,)),
        unary("relu 1M", torch.relu, MILLION),
        unary("exp 1M", torch.exp, MILLION),
        unary("tanh 1M", torch.tanh, MILLION),
        unary("sigmoid 1M", torch.sigmoid, MILLION),
        unary("sum 1M", torch.sum, MILLION),
        unary("softmax 1000×1000", lambda x: x.softmax(1), 1000, 1000),
        Case("layer_norm 1000×1000", lambda: layer_norm(1000, 1000)),
        Case("cross_entropy 32×10", lambda: cross_entropy(32, 10)),
        Case("cross_entropy 32×10, forward and backward", lambda: cross_entropy_gradient(32, 10)),
        Case("cross_entropy 4096×1000", lambda: cross_entropy(4096, 1000)),
        Case("cross_entropy 4096×1000, forward and backward", lambda: cross_entropy_gradient(4096, 1000)),
        Case("chain of 100 relu over 1M, forward and backward", relu_chain),
        binary("broadcast add [1000,1] + [1,1000]", torch.add, (1000, 1), (1, 1000)),
        unary("transposed copy 1000×1000", lambda x: x.t().contiguous(), 1000, 1000),
        unary("sum 1000×1000 over rows", lambda x: x.sum(0), 1000, 1000),
        unary("sum of every second column of 1000×1000", lambda x: x[:, ::2].sum(), 1000, 1000),
        Case("gather 1000×1000", gather),
        unary("cumsum 1000×1000", lambda x: x.cumsum(1), 1000, 1000),
        Case("Hessian of a function of 50 numbers", hessian),
        Case("Jacobian 100×100", jacobian),
        *device_cases(26, 16384, 1024, 4096, 4096, 1024),
        *device_cases(16, 256, 128, 128, 64, 64),
    ]
}


def synchronize():
    if DEVICE.type == "cuda":
        torch.cuda.synchronize(DEVICE)


def described():
    if DEVICE.type == "cuda":
        return f"{torch.cuda.get_device_name(DEVICE)} (CUDA {torch.version.cuda})"
    return str(DEVICE)


def loaded_blas():
    """The library that does the matrix products, where the system tells: an own one, or PyTorch's own files."""
    try:
        with open("/proc/self/maps") as maps:
            files = {os.path.basename(line.split()[-1]) for line in maps if ".so" in line}
    except OSError:
        return "unknown"
    found = sorted(name for name in files if any(word in name for word in ("blas", "mkl", "blis")))
    return ", ".join(found) or "built in"


def peak():
    """The most memory that the process ever had, in bytes."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


def answer(request):
    case = CASES[request["case"]]
    if "peak" in request:
        before = peak()
        case.prepare()
        for _ in range(request["peak"]):
            case.run()
        return {"bytes": peak() - before}
    if request.get("check"):
        for other in CASES.values():
            other.release()
        case.prepare()
        case.run()
        case.run()
        return {"value": case.check()}
    run = case.run
    synchronize()
    start = time.perf_counter_ns()
    for _ in range(request["repeat"]):
        run()
    synchronize()
    return {"nanoseconds": time.perf_counter_ns() - start}


def main():
    torch.set_num_threads(int(sys.argv[1]))
    blas = "cuBLAS" if DEVICE.type == "cuda" else loaded_blas()
    hello = {
        "version": torch.__version__, "device": described(), "threads": torch.get_num_threads(), "blas": blas,
    }
    print(json.dumps(hello), flush=True)
    for line in sys.stdin:
        try:
            reply = answer(json.loads(line))
        except Exception as problem:  # The other side decides what to do about it.
            reply = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(reply), flush=True)


main()
