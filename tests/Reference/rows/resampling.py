"""Sequences, images and volumes of another size, and windows as columns."""
import torch.nn.functional as F

from operands import numbers

CASES = [
    ("interpolate nearest", lambda x: F.interpolate(x, scale_factor=2) ** 2, [numbers((1, 2, 2, 3), 801)]),
    ("interpolate nearest smaller", lambda x: F.interpolate(x, size=4) ** 2, [numbers((2, 1, 7), 802)]),
    ("interpolate nearest by factor", lambda x: F.interpolate(x, scale_factor=1.3) ** 2, [numbers((1, 1, 6), 803)]),
    ("interpolate nearest recomputed", lambda x: F.interpolate(x, scale_factor=1.3, recompute_scale_factor=True) ** 2,
     [numbers((1, 1, 6), 804)]),
    ("interpolate nearest-exact", lambda x: F.interpolate(x, size=(3, 5), mode="nearest-exact") ** 2,
     [numbers((1, 1, 4, 4), 805)]),
    ("interpolate nearest-exact by factor", lambda x: F.interpolate(x, scale_factor=0.7, mode="nearest-exact") ** 2,
     [numbers((1, 1, 6), 806)]),
    ("interpolate nearest volume", lambda x: F.interpolate(x, size=(1, 3, 2)) ** 2, [numbers((1, 1, 2, 2, 3), 807)]),
    ("interpolate linear", lambda x: F.interpolate(x, size=5, mode="linear") ** 2, [numbers((2, 1, 3), 808)]),
    ("interpolate linear by factor", lambda x: F.interpolate(x, scale_factor=0.7, mode="linear") ** 2,
     [numbers((1, 1, 6), 809)]),
    ("interpolate linear with corners", lambda x: F.interpolate(x, size=4, mode="linear", align_corners=True) ** 2,
     [numbers((1, 1, 6), 810)]),
    ("interpolate linear to one with corners", lambda x: F.interpolate(x, size=1, mode="linear", align_corners=True) ** 2,
     [numbers((1, 1, 6), 811)]),
    ("interpolate bilinear", lambda x: F.interpolate(x, scale_factor=(2, 1.5), mode="bilinear") ** 2,
     [numbers((1, 2, 2, 4), 812)]),
    ("interpolate bilinear with corners", lambda x: F.interpolate(x, size=(4, 2), mode="bilinear", align_corners=True) ** 2,
     [numbers((1, 1, 3, 3), 813)]),
    ("interpolate bicubic", lambda x: F.interpolate(x, size=(5, 3), mode="bicubic") ** 2, [numbers((1, 1, 4, 5), 814)]),
    ("interpolate bicubic with corners", lambda x: F.interpolate(x, size=(5, 3), mode="bicubic", align_corners=True) ** 2,
     [numbers((1, 1, 3, 4), 815)]),
    ("interpolate trilinear", lambda x: F.interpolate(x, size=(3, 2, 4), mode="trilinear") ** 2,
     [numbers((1, 1, 2, 3, 2), 816)]),
    ("interpolate area", lambda x: F.interpolate(x, size=(3, 2), mode="area") ** 2, [numbers((1, 1, 5, 4), 817)]),
    ("interpolate of no batch", lambda x: F.interpolate(x, size=3, mode="linear"), [numbers((0, 1, 2), 818)]),
    ("pixel_shuffle", lambda x: F.pixel_shuffle(x, 2) ** 2, [numbers((2, 8, 2, 1), 819)]),
    ("pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 2) ** 2, [numbers((1, 2, 4, 2), 820)]),
    ("unfold windows", lambda x: F.unfold(x, (2, 3), padding=1) ** 2, [numbers((1, 2, 3, 3), 821)]),
    ("unfold windows apart", lambda x: F.unfold(x, 2, dilation=(2, 1), stride=2) ** 2, [numbers((2, 4, 4), 822)]),
    ("fold", lambda x: F.fold(x, (3, 4), 2) ** 2, [numbers((1, 8, 6), 823)]),
    ("fold with padding", lambda x: F.fold(x, (3, 3), (2, 3), padding=(1, 1), stride=(2, 1)) ** 2, [numbers((6, 6), 824)]),
    ("max_unpool1d", lambda x: unpool(x, 1, F.max_pool1d, F.max_unpool1d), [numbers((1, 2, 6), 825)]),
    ("max_unpool2d", lambda x: unpool(x, 2, F.max_pool2d, F.max_unpool2d), [numbers((1, 2, 4, 4), 826)]),
    ("max_unpool3d", lambda x: unpool(x, 3, F.max_pool3d, F.max_unpool3d), [numbers((1, 1, 2, 4, 2), 827)]),
    ("affine_grid", lambda t: F.affine_grid(t, (2, 1, 3, 2), align_corners=False) ** 2, [numbers((2, 2, 3), 828)]),
    ("affine_grid with corners", lambda t: F.affine_grid(t, (1, 1, 3, 1), align_corners=True) ** 2, [numbers((1, 2, 3), 829)]),
    ("affine_grid volume", lambda t: F.affine_grid(t, (1, 1, 2, 2, 2), align_corners=True) ** 2, [numbers((1, 3, 4), 830)]),
]


def unpool(x, axes, pool, back):
    values, indices = pool(x, 2, return_indices=True)
    return back(values ** 2, indices, 2, output_size=x.shape[-axes:])
