"""Which operations of PyTorch's OpInfo database `opinfo.py` writes, by family, and which samples it leaves out."""


def names(text, prefix=""):
    return [prefix + name for name in text.split()]


FAMILIES = {
    "pointwise": names("""
        add sub mul div.no_rounding_mode div.trunc_rounding div.floor_rounding true_divide floor_divide remainder fmod
        pow float_power rsub __radd__ __rsub__ __rmul__ __rdiv__ __rpow__ __rmod__
        neg positive abs sign reciprocal sqrt rsqrt square exp exp2 expm1 log log2 log10 log1p
        sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh
        erf erfc erfinv lgamma digamma sigmoid logit polygamma.polygamma_n_1
        clamp clamp_min clamp_max floor ceil round round.decimals_0 round.decimals_3 round.decimals_neg_3 trunc frac
        maximum minimum max.binary min.binary fmax fmin hypot logaddexp logaddexp2 xlogy lerp addcmul addcdiv
        where masked_fill nan_to_num eq ne lt le gt ge logical_and logical_or logical_xor logical_not
        isnan isinf isfinite isclose
    """) + names("""
        logsigmoid softplus softsign relu relu6 leaky_relu elu selu celu gelu silu mish hardtanh hardsigmoid hardswish
        threshold prelu tanhshrink softshrink hardshrink glu
    """, "nn.functional."),
    "reductions": names("""
        sum mean prod var std var_mean std_mean min.reduction_no_dim min.reduction_with_dim max.reduction_no_dim
        max.reduction_with_dim amin amax aminmax argmin argmax any all norm norm.fro norm.inf norm.nuc
        linalg.vector_norm linalg.norm logsumexp cumsum cumprod cummax cummin logcumsumexp nansum nanmean median nanmedian
        quantile nanquantile histc histogram softmax softmax.with_dtype log_softmax log_softmax.dtype count_nonzero
        dist diff kthvalue mode
    """) + names("softmin normalize", "nn.functional."),
    "shapes": names("""
        reshape reshape_as view view_as flatten unflatten ravel squeeze unsqueeze transpose t T mT permute movedim
        expand expand_as broadcast_to repeat tile flip fliplr flipud roll rot90 cat stack hstack vstack dstack
        split split.list_args split_with_sizes chunk tensor_split hsplit vsplit dsplit unbind narrow
        constant_pad_nd diag diagonal diag_embed tril triu meshgrid.variadic_tensors meshgrid.list_of_tensors unfold
        clone contiguous select atleast_1d atleast_2d atleast_3d block_diag sum_to_size
    """) + names("pad.constant pad.reflect pad.replicate pad.circular unfold", "nn.functional."),
    "indexing": names("""
        __getitem__ gather scatter scatter_add index_select index_add index_copy index_fill index_put take take_along_dim
        masked_select masked_scatter nonzero argwhere sort argsort msort topk unique unique_consecutive searchsorted
        bucketize
    """) + names("one_hot embedding", "nn.functional."),
    "contractions": names("""
        matmul __rmatmul__ mm mv bmm dot vdot inner outer addmm addmm.decomposed addbmm baddbmm addmv addr einsum tensordot
        linalg.multi_dot
    """) + names("""
        linear bilinear conv1d conv2d conv_transpose1d conv_transpose2d conv_transpose3d
        max_pool1d max_pool2d max_pool3d avg_pool1d avg_pool2d avg_pool3d
        adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d
        adaptive_max_pool1d adaptive_max_pool2d adaptive_max_pool3d
        interpolate.nearest interpolate.linear interpolate.bilinear upsample_nearest upsample_bilinear
    """, "nn.functional."),
    "resampling": names("cdist") + names("""
        interpolate.area interpolate.bicubic interpolate.trilinear grid_sample pixel_shuffle pixel_unshuffle
        max_unpool1d max_unpool2d max_unpool3d max_unpool1d.grad max_unpool2d.grad max_unpool3d.grad
    """, "nn.functional."),
    "linalg": names("""
        linalg.inv linalg.solve linalg.solve_triangular triangular_solve
        linalg.lstsq linalg.lstsq.grad_oriented cholesky linalg.cholesky cholesky_solve
        cholesky_inverse qr linalg.qr svd linalg.svd linalg.svdvals linalg.eigh linalg.eigvalsh symeig
        linalg.det linalg.det.singular logdet linalg.slogdet matrix_exp linalg.matrix_power linalg.matrix_norm
        pinverse linalg.pinv linalg.pinv.hermitian linalg.pinv.singular trace kron
    """),
    "losses": names("""
        mse_loss l1_loss smooth_l1_loss huber_loss cross_entropy nll_loss binary_cross_entropy
        binary_cross_entropy_with_logits kl_div cosine_similarity cosine_embedding_loss triplet_margin_loss
        hinge_embedding_loss margin_ranking_loss soft_margin_loss poisson_nll_loss gaussian_nll_loss pairwise_distance
        layer_norm batch_norm group_norm instance_norm dropout _scaled_dot_product_attention
    """, "nn.functional."),
}

# Inputs whose structure a rounding to float32 would break: of deficient rank, or singular.
UNROUNDED = {"linalg.det.singular", "linalg.pinv.singular"}


def is_random(sample):
    p = sample.kwargs.get("dropout_p", sample.kwargs.get("p", 0.5))
    return "random" if sample.kwargs.get("training", True) and 0 < p < 1 else None


# By name, a function of a sample that gives the reason to leave it out, or null.
REASONS = {
    "nn.functional.dropout": is_random,
    "nn.functional._scaled_dot_product_attention": lambda sample: is_random(sample) if sample.kwargs.get("dropout_p") else None,
}
