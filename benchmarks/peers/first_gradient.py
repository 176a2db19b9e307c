"""The lecture's first gradient in PyTorch, as a program of its own."""

import torch

x = torch.tensor(2.0, requires_grad=True)
w = torch.tensor(3.0, requires_grad=True)
loss = (x * w - 2).pow(2)
loss.backward()
print(x.grad, w.grad)
