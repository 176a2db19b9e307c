namespace NotebookGrad;

/// <summary>Element by element in place, under PyTorch's underscored names; each returns the tensor.</summary>
/// <remarks>
/// All of them throw <see cref="InvalidOperationException"/> where the tensor's dtype cannot hold the result, or where
/// the tensor is a leaf that requires a gradient and operations are recorded,
/// and <see cref="ArgumentException"/> where the other operand does not broadcast to it.
/// </remarks>
public static class TensorElementsInPlace
{
    extension(Tensor target)
    {
        /// <summary>−x of each element, in place.</summary>
        public Tensor Neg_() => InPlace.Apply("neg_", target, x => -x);

        /// <summary>|x| of each element, in place.</summary>
        public Tensor Abs_() => InPlace.Apply("abs_", target, x => x.Abs());

        /// <summary>−1, 0 or 1 by the sign of each element, in place.</summary>
        public Tensor Sign_() => InPlace.Apply("sign_", target, x => x.Sign());

        /// <summary>The whole number not above each element, in place.</summary>
        public Tensor Floor_() => InPlace.Apply("floor_", target, x => x.Floor());

        /// <summary>The whole number not below each element, in place.</summary>
        public Tensor Ceil_() => InPlace.Apply("ceil_", target, x => x.Ceil());

        /// <summary>The whole number toward 0 from each element, in place.</summary>
        public Tensor Trunc_() => InPlace.Apply("trunc_", target, x => x.Trunc());

        /// <summary>What each element has after the point, in place.</summary>
        public Tensor Frac_() => InPlace.Apply("frac_", target, x => x.Frac());

        /// <summary>The nearest whole number, even at a tie, or so many decimals, in place.</summary>
        public Tensor Round_(int decimals = 0) => InPlace.Apply("round_", target, x => x.Round(decimals));

        /// <summary>Each element kept between bounds, in place.</summary>
        public Tensor Clamp_(Scalar? min = null, Scalar? max = null) =>
            InPlace.Apply("clamp_", target, x => x.Clamp(min, max));

        /// <summary>Each element kept between bounds that broadcast, in place.</summary>
        public Tensor Clamp_(Tensor? min, Tensor? max = null) =>
            InPlace.Apply("clamp_", target, x => x.Clamp(min, max));

        /// <summary>Each element kept from falling below a bound, in place.</summary>
        public Tensor ClampMin_(Scalar min) => InPlace.Apply("clamp_min_", target, x => x.ClampMin(min));

        /// <summary>Each element kept from rising above a bound, in place.</summary>
        public Tensor ClampMax_(Scalar max) => InPlace.Apply("clamp_max_", target, x => x.ClampMax(max));

        /// <summary>Each element with the sign of another, in place.</summary>
        public Tensor CopySign_(Tensor other) => InPlace.Apply("copysign_", target, x => x.CopySign(other));

        /// <summary>NaN and ±∞ replaced by numbers, in place.</summary>
        public Tensor NanToNum_(double nan = 0, double? posinf = null, double? neginf = null) =>
            InPlace.Apply("nan_to_num_", target, x => x.NanToNum(nan, posinf, neginf));

        /// <summary>The rest of a division, of the divisor's sign, in place; the divisor broadcasts.</summary>
        public Tensor Remainder_(Tensor other) => InPlace.Apply("remainder_", target, x => x.Remainder(other));

        /// <summary>The rest of a division, of the divisor's sign, in place.</summary>
        public Tensor Remainder_(Scalar other) => InPlace.Apply("remainder_", target, x => x.Remainder(other));

        /// <summary>The rest of a division, of the dividend's sign, in place; the divisor broadcasts.</summary>
        public Tensor Fmod_(Tensor other) => InPlace.Apply("fmod_", target, x => x.Fmod(other));

        /// <summary>The rest of a division, of the dividend's sign, in place.</summary>
        public Tensor Fmod_(Scalar other) => InPlace.Apply("fmod_", target, x => x.Fmod(other));

        /// <summary>The quotient rounded down, in place; the divisor broadcasts.</summary>
        public Tensor FloorDivide_(Tensor other) => InPlace.Apply("floor_divide_", target, x => x.FloorDivide(other));

        /// <summary>The quotient rounded down, in place.</summary>
        public Tensor FloorDivide_(Scalar other) => InPlace.Apply("floor_divide_", target, x => x.FloorDivide(other));

        /// <summary>The angle of (other, x), in place; the other broadcasts.</summary>
        public Tensor Atan2_(Tensor other) => InPlace.Apply("atan2_", target, x => x.Atan2(other));

        /// <summary>√(x² + y²), in place; y broadcasts.</summary>
        public Tensor Hypot_(Tensor other) => InPlace.Apply("hypot_", target, x => x.Hypot(other));

        /// <summary>x + weight·(end − x), in place; both broadcast.</summary>
        public Tensor Lerp_(Tensor end, Tensor weight) => InPlace.Apply("lerp_", target, x => x.Lerp(end, weight));

        /// <summary>x + weight·(end − x), in place; the end broadcasts.</summary>
        public Tensor Lerp_(Tensor end, Scalar weight) => InPlace.Apply("lerp_", target, x => x.Lerp(end, weight));

        /// <summary>x + value·t₁·t₂, in place; both broadcast.</summary>
        public Tensor Addcmul_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
            InPlace.Apply("addcmul_", target, x => x.Addcmul(tensor1, tensor2, value));

        /// <summary>x + value·t₁/t₂, in place; both broadcast.</summary>
        public Tensor Addcdiv_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
            InPlace.Apply("addcdiv_", target, x => x.Addcdiv(tensor1, tensor2, value));
    }
}
