"""Decompositions, and what is made of them, by functions that do not depend on free signs."""
import torch

from operands import numbers


def eye(n):
    return torch.eye(n)


def regular(shape, seed):
    """Far from singular: the diagonal outweighs the rest."""
    return numbers(shape, seed, -1, 1) + 3 * eye(shape[-1])


def positive(a):
    return a @ a.mT + 2 * eye(a.shape[-2])


def symmetric(a):
    return a + a.mT + torch.diag(2.0 ** torch.arange(a.shape[-1]))


def svd(a, full):
    u, s, vh = torch.linalg.svd(a, full_matrices=full)
    k = s.shape[-1]
    return (u[..., :k] * s.exp().unsqueeze(-2)) @ vh[..., :k, :]


def eigh(a, uplo):
    values, vectors = torch.linalg.eigh(a, UPLO=uplo)
    return (vectors * values.sin().unsqueeze(-2)) @ vectors.mT


SINGULAR = torch.tensor([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [0.5, -1.0, 2.0]])

CASES = [
    ("linalg.inv", lambda a: torch.linalg.inv(a), [regular((3, 3), 700)]),
    ("linalg.inv batched", lambda a: a.inverse(), [regular((2, 2, 2), 701)]),
    ("linalg.solve", lambda a, b: torch.linalg.solve(a, b), [regular((3, 3), 702), numbers((3, 2), 703)]),
    ("linalg.solve vector", lambda a, b: torch.linalg.solve(a, b), [regular((3, 3), 704), numbers((3,), 705)]),
    ("linalg.solve broadcast", lambda a, b: torch.linalg.solve(a, b),
     [regular((2, 1, 2, 2), 706), numbers((3, 2, 1), 707)]),
    ("linalg.solve right", lambda a, b: torch.linalg.solve(a, b, left=False),
     [regular((3, 3), 708), numbers((2, 3), 709)]),
    ("linalg.solve_triangular", lambda a, b: torch.linalg.solve_triangular(a.triu(), b, upper=True),
     [regular((3, 3), 710), numbers((3, 2), 711)]),
    ("linalg.solve_triangular right", lambda a, b: torch.linalg.solve_triangular(a.tril(), b, upper=False, left=False),
     [regular((3, 3), 712), numbers((2, 2, 3), 713)]),
    ("linalg.solve_triangular unit",
     lambda a, b: torch.linalg.solve_triangular(a.tril(-1) + eye(3), b, upper=False, unitriangular=True),
     [numbers((3, 3), 714), numbers((3, 2), 715)]),
    ("linalg.lstsq", lambda a, b: torch.linalg.lstsq(a, b).solution, [numbers((4, 2), 716), numbers((4, 2), 717)]),
    ("linalg.lstsq underdetermined", lambda a, b: torch.linalg.lstsq(a, b).solution,
     [numbers((2, 4), 718), numbers((2, 1), 719)]),
    ("linalg.cholesky", lambda a: torch.linalg.cholesky(positive(a)), [numbers((3, 3), 720)]),
    ("linalg.cholesky upper", lambda a: torch.linalg.cholesky(positive(a), upper=True), [numbers((2, 2, 2), 721)]),
    ("cholesky_solve", lambda b, a: torch.cholesky_solve(b, torch.linalg.cholesky(positive(a))),
     [numbers((3, 2), 722), numbers((3, 3), 723)]),
    ("cholesky_inverse", lambda a: torch.cholesky_inverse(torch.linalg.cholesky(positive(a), upper=True), upper=True),
     [numbers((3, 3), 724)]),
    ("linalg.qr", lambda a: torch.cat(torch.linalg.qr(a), -1), [regular((3, 3), 725)]),
    ("linalg.qr tall", lambda a: (lambda q, r: q.sin() @ r.cos())(*torch.linalg.qr(a)), [numbers((4, 2), 726)]),
    ("linalg.qr wide", lambda a: torch.cat(torch.linalg.qr(a), -1), [numbers((2, 2, 4), 727)]),
    ("linalg.qr complete", lambda a: torch.cat(torch.linalg.qr(a, mode="complete"), -1), [numbers((2, 3), 728)]),
    ("linalg.qr of a triangle", lambda a: torch.cat(torch.linalg.qr(a.triu()), -1), [regular((3, 3), 729)]),
    ("linalg.svd", lambda a: svd(a, True), [regular((3, 3), 730)]),
    ("linalg.svd tall", lambda a: svd(a, False), [numbers((4, 2), 731, -1, 1)]),
    ("linalg.svd wide", lambda a: svd(a, True), [numbers((2, 2, 3), 732, -1, 1)]),
    ("linalg.svdvals", lambda a: torch.linalg.svdvals(a), [numbers((3, 2), 733)]),
    ("linalg.eigh", lambda a: eigh(symmetric(a), "L"), [numbers((3, 3), 734)]),
    ("linalg.eigh upper", lambda a: eigh(symmetric(a), "U"), [numbers((2, 2, 2), 735)]),
    ("linalg.eigvalsh", lambda a: torch.linalg.eigvalsh(symmetric(a)), [numbers((3, 3), 736)]),
    ("linalg.det", lambda a: torch.linalg.det(a), [numbers((2, 3, 3), 737)]),
    ("linalg.det singular", lambda a: torch.linalg.det(a), [SINGULAR]),
    ("logdet", lambda a: torch.logdet(a), [regular((3, 3), 738)]),
    ("linalg.slogdet", lambda a: torch.linalg.slogdet(-a)[1], [regular((2, 3, 3), 739)]),
    ("linalg.matrix_exp", lambda a: torch.linalg.matrix_exp(a), [numbers((3, 3), 740, -1, 1)]),
    ("linalg.pinv", lambda a: torch.linalg.pinv(a), [numbers((4, 2), 741)]),
    ("linalg.pinv hermitian", lambda a: torch.linalg.pinv(symmetric(a), hermitian=True), [numbers((3, 3), 742)]),
    ("linalg.matrix_power", lambda a: torch.linalg.matrix_power(a, 5), [numbers((2, 2), 743, -1, 1)]),
    ("linalg.matrix_power negative", lambda a: torch.linalg.matrix_power(a, -3), [regular((2, 2), 744)]),
    ("linalg.multi_dot", lambda a, b, c, d: torch.linalg.multi_dot([a, b, c, d]),
     [numbers((3,), 745), numbers((3, 4), 746), numbers((4, 2), 747), numbers((2, 5), 748)]),
    ("trace", lambda a: torch.trace(a) ** 2, [numbers((2, 3), 749)]),
    ("trace transposed", lambda a: torch.trace(a.t()) ** 2, [numbers((3, 2), 750)]),
    ("kron", lambda a, b: torch.kron(a, b), [numbers((2, 3), 751), numbers((2, 2), 752)]),
    ("kron of ranks", lambda a, b: torch.kron(a, b), [numbers((2,), 753), numbers((2, 1, 3), 754)]),
    ("linalg.matrix_norm fro", lambda a: torch.linalg.matrix_norm(a), [numbers((2, 2, 3), 755)]),
    ("linalg.matrix_norm nuc", lambda a: torch.linalg.matrix_norm(a, "nuc", keepdim=True), [numbers((3, 2), 756)]),
    ("linalg.matrix_norm 2", lambda a: torch.linalg.matrix_norm(a, 2, dim=(2, 0)), [numbers((2, 2, 3), 757)]),
    ("linalg.matrix_norm -2", lambda a: torch.linalg.matrix_norm(a, -2), [numbers((2, 3), 758)]),
    ("linalg.matrix_norm 1", lambda a: torch.linalg.matrix_norm(a, 1) ** 2, [numbers((2, 2, 3), 759)]),
    ("linalg.matrix_norm -inf", lambda a: torch.linalg.matrix_norm(a, -float("inf"), keepdim=True) ** 2,
     [numbers((2, 3), 760)]),
    ("linalg.cond", lambda a: torch.linalg.cond(a), [regular((3, 3), 761)]),
    # PyTorch's own cond has no derivative here: it changes in place what that needs.
    ("linalg.cond fro", lambda a: torch.linalg.matrix_norm(a) * torch.linalg.matrix_norm(a.inverse()),
     [regular((2, 2, 2), 762)]),
]
