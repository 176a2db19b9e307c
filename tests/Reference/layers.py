#!/usr/bin/env python3
"""Calls PyTorch's layers, and writes what the tests of modules compare with.

    python3 tests/Reference/layers.py

layers/layers.json holds for each layer the names of its state, in order (tensor i is numbers(shape, i + 1, -0.5, 0.5),
positive for variances), what it makes of its inputs in float64, the gradients of the sum of outputs times numbers by
inputs and parameters, and its buffers afterwards.
"""
import json
import pathlib

import torch
from torch import nn

from operands import numbers

torch.set_default_dtype(torch.float64)


class RMSNorm(nn.Module):
    """PyTorch 1.13 has none; this is the formula of the paper."""

    def __init__(self, width, eps):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(width)), eps

    def forward(self, x):
        return x / (x.square().mean(-1, keepdim=True) + self.eps).sqrt() * self.weight


LABELS = torch.tensor([[2, 0, 1], [3, 2, 2]])
MASK = torch.ones(3, 3, dtype=torch.bool).triu(1)
PADDING = torch.tensor([[False, False, True], [False, False, False]])
SEQUENCE = ((3, 2, 4), 7)

# A name, the layer, the shapes and seeds of inputs or the inputs themselves, and further arguments.
LAYERS = [
    ("linear", nn.Linear(4, 3), [((5, 4), 7)]),
    ("linear without bias", nn.Linear(4, 3, bias=False), [((2, 5, 4), 7)]),
    ("conv1d", nn.Conv1d(4, 6, 3, stride=2, padding=1, groups=2), [((2, 4, 7), 7)]),
    ("conv2d", nn.Conv2d(2, 3, (3, 2), padding=(1, 0), dilation=(1, 2)), [((2, 2, 5, 6), 7)]),
    ("conv2d same", nn.Conv2d(2, 3, 3, padding="same", bias=False), [((2, 2, 4, 5), 7)]),
    ("conv3d", nn.Conv3d(2, 2, 2), [((1, 2, 3, 3, 4), 7)]),
    ("max_pool1d", nn.MaxPool1d(2), [((2, 2, 6), 7)]),
    ("max_pool2d", nn.MaxPool2d(3, 2, 1), [((2, 2, 5, 6), 7)]),
    ("avg_pool1d", nn.AvgPool1d(2), [((2, 2, 6), 7)]),
    ("avg_pool2d", nn.AvgPool2d((2, 3), ceil_mode=True, count_include_pad=False), [((2, 2, 5, 6), 7)]),
    ("adaptive_avg_pool1d", nn.AdaptiveAvgPool1d(3), [((2, 2, 5), 7)]),
    ("adaptive_avg_pool2d", nn.AdaptiveAvgPool2d((2, 3)), [((2, 2, 5, 4), 7)]),
    ("adaptive_max_pool1d", nn.AdaptiveMaxPool1d(3), [((2, 2, 5), 7)]),
    ("adaptive_max_pool2d", nn.AdaptiveMaxPool2d(2), [((2, 2, 5, 4), 7)]),
    ("embedding", nn.Embedding(5, 3), [LABELS]),
    ("embedding with padding", nn.Embedding(5, 3, padding_idx=2), [LABELS]),
    ("layer_norm", nn.LayerNorm((3, 4)), [((2, 3, 4), 7)]),
    ("layer_norm of its own", nn.LayerNorm(4, eps=1e-3, elementwise_affine=False), [((2, 3, 4), 7)]),
    ("rms_norm", RMSNorm(4, 1e-4), [((2, 3, 4), 7)]),
    ("group_norm", nn.GroupNorm(2, 4), [((2, 4, 3), 7)]),
    ("batch_norm1d", nn.BatchNorm1d(3), [((4, 3), 7)]),
    ("batch_norm1d of sequences", nn.BatchNorm1d(3, momentum=None), [((2, 3, 4), 7)]),
    ("batch_norm2d", nn.BatchNorm2d(3, eps=1e-3, momentum=0.3), [((2, 3, 2, 2), 7)]),
    ("batch_norm2d after training", nn.BatchNorm2d(3).eval(), [((2, 3, 2, 2), 7)]),
    ("batch_norm2d without running", nn.BatchNorm2d(3, affine=False, track_running_stats=False).eval(),
     [((2, 3, 2, 2), 7)]),
    ("flatten", nn.Flatten(), [((2, 3, 4), 7)]),
    ("rnn", nn.RNN(4, 3), [SEQUENCE]),
    ("rnn relu", nn.RNN(4, 3, 2, nonlinearity="relu", bidirectional=True), [SEQUENCE, ((4, 2, 3), 8)]),
    ("gru", nn.GRU(4, 3), [SEQUENCE]),
    ("gru batch first", nn.GRU(4, 3, 2, batch_first=True, bidirectional=True), [SEQUENCE]),
    ("lstm", nn.LSTM(4, 3), [SEQUENCE]),
    ("lstm with state", nn.LSTM(4, 3, 2, bias=False), [SEQUENCE, (((2, 2, 3), 8), ((2, 2, 3), 9))]),
    ("lstm both ways", nn.LSTM(4, 3, 2, batch_first=True, bidirectional=True), [((2, 3, 4), 7)]),
    ("lstm without batch", nn.LSTM(4, 3), [((5, 4), 7)]),
    ("multihead_attention", nn.MultiheadAttention(4, 2), [SEQUENCE, ((5, 2, 4), 8), ((5, 2, 4), 9)]),
    ("multihead_attention masked", nn.MultiheadAttention(4, 2, bias=False, batch_first=True),
     [((2, 3, 4), 7), ((2, 3, 4), 8), ((2, 3, 4), 9)], {"attn_mask": MASK, "key_padding_mask": PADDING}),
    ("multihead_attention without batch", nn.MultiheadAttention(4, 1), [((3, 4), 7), ((2, 4), 8), ((2, 4), 9)]),
    ("transformer_encoder_layer", nn.TransformerEncoderLayer(4, 2, 6, dropout=0), [SEQUENCE]),
    ("transformer_encoder_layer norm first",
     nn.TransformerEncoderLayer(4, 2, 6, dropout=0, activation="gelu", batch_first=True, norm_first=True),
     [((2, 3, 4), 7)], {"src_mask": MASK}),
    ("prelu", nn.PReLU(3), [((2, 3, 4), 7)]),
    ("sequential", nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2)), [((5, 4), 7)]),
    *((name, layer, [((3, 4), 7)]) for name, layer in {
        "relu": nn.ReLU(), "leaky_relu": nn.LeakyReLU(0.2), "elu": nn.ELU(0.7), "selu": nn.SELU(),
        "gelu": nn.GELU(), "gelu tanh": nn.GELU("tanh"), "silu": nn.SiLU(), "mish": nn.Mish(),
        "sigmoid": nn.Sigmoid(), "log_sigmoid": nn.LogSigmoid(), "tanh": nn.Tanh(), "softplus": nn.Softplus(2, 3),
        "softsign": nn.Softsign(), "hardtanh": nn.Hardtanh(-0.5, 0.7), "hardswish": nn.Hardswish(),
        "softmax": nn.Softmax(1), "log_softmax": nn.LogSoftmax(0), "dropout after training": nn.Dropout().eval(),
        "identity": nn.Identity(),
    }.items()),
]


def made(spec, inputs):
    """The input that a shape and a seed stand for, gathered in order; tuples stay tuples."""
    if isinstance(spec, torch.Tensor):
        return spec
    if isinstance(spec[0], tuple) and isinstance(spec[0][0], tuple):
        return tuple(made(part, inputs) for part in spec)
    inputs.append(numbers(*spec).requires_grad_())
    return inputs[-1]


def tensors(value):
    return [value] if isinstance(value, torch.Tensor) else [inner for part in value for inner in tensors(part)]


def flat(tensor):
    return [float(f"{value:.14g}") for value in tensor.detach().double().reshape(-1).tolist()]


def call(name, layer, specs, arguments=None):
    state = {}
    for index, (key, tensor) in enumerate(layer.state_dict().items()):
        if tensor.is_floating_point():
            low = 0.5 if key.endswith("var") else -0.5
            tensor.copy_(numbers(tensor.shape, index + 1, low, low + 1))
        state[key] = list(tensor.shape)
    inputs = []
    outputs = tensors(layer(*[made(spec, inputs) for spec in specs], **(arguments or {})))
    sum((output * numbers(output.shape, 20 + i)).sum() for i, output in enumerate(outputs)).backward()
    return {
        "state": state,
        "outputs": [flat(output) for output in outputs],
        "inputGradients": [flat(value.grad) for value in inputs],
        "gradients": {key: flat(value.grad) for key, value in layer.named_parameters()},
        "buffers": {key: flat(value) for key, value in layer.named_buffers()},
    }


if __name__ == "__main__":
    rows = ",\n".join(f"{json.dumps(case[0])}: {json.dumps(call(*case), separators=(',', ':'))}" for case in LAYERS)
    path = pathlib.Path(__file__).parent / "layers" / "layers.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'{{"source": "PyTorch {torch.__version__}, float64", "layers": {{\n{rows}\n}}}}\n')
