using ILGPU;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.Runtime.Cuda;
using static ILGPU.Backends.RegisterAllocator<ILGPU.Backends.PTX.PTXRegisterKind>;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// sum + left · right of <see cref="Fragments"/>, of all threads of a warp at once. On CUDA it is one instruction, all
/// of whose operands are registers. What is written here is what that does; ILGPU's own accelerator runs it so.
/// </summary>
internal static class FragmentProduct
{
    /// <summary>The product of words of <see cref="TensorFloat32"/>.</summary>
    [IntrinsicImplementation]
    public static Four<float> OfTensorFloat32(Four<float> sum, Four<uint> left, uint right0, uint right1) =>
        Of<TensorFloat32>(sum, left, right0, right1);

    /// <summary>The product of words of <see cref="BFloat16"/>.</summary>
    [IntrinsicImplementation]
    public static Four<float> OfBFloat16(Four<float> sum, Four<uint> left, uint right0, uint right1) =>
        Of<BFloat16>(sum, left, right0, right1);

    /// <summary>Lets a context that is being made compile the products to their instructions, for CUDA.</summary>
    public static void Register(Context.Builder context)
    {
        Register(context, OfTensorFloat32, EmitTensorFloat32);
        Register(context, OfBFloat16, EmitBFloat16);
    }

    private static void Register(
        Context.Builder context, Func<Four<float>, Four<uint>, uint, uint, Four<float>> product,
        PTXIntrinsic.Handler emit) => context.GetIntrinsicManager().RegisterMethod(
            product.Method,
            new PTXIntrinsic(emit.Method, IntrinsicImplementationMode.GenerateCode, CudaArchitecture.SM_80));

    private static void EmitTensorFloat32(PTXBackend backend, PTXCodeGenerator code, Value call) =>
        Emit(code, call, "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32");

    private static void EmitBFloat16(PTXBackend backend, PTXCodeGenerator code, Value call) =>
        Emit(code, call, "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32");

    private static void Emit(PTXCodeGenerator code, Value call, string instruction)
    {
        var (sum, left) = (Registers(code, code.Load(call[0])), Registers(code, code.Load(call[1])));
        PrimitiveRegister[] right =
            [.. Registers(code, code.Load(call[2])), .. Registers(code, code.Load(call[3]))];
        var result = Registers(code, code.Allocate(call));
        using var command = code.BeginCommand(instruction);
        command.AppendVectorArgument(result);
        command.AppendVectorArgument(left);
        command.AppendVectorArgument(right);
        command.AppendVectorArgument(sum);
    }

    // The instruction takes no constants.
    private static PrimitiveRegister[] Registers(PTXCodeGenerator code, Register register) => register switch
    {
        CompoundRegister compound => [.. compound.Children.SelectMany(child => Registers(code, child))],
        _ => [code.EnsureHardwareRegister((PrimitiveRegister)register)],
    };

    private static Four<float> Of<TFactor>(Four<float> sum, Four<uint> left, uint right0, uint right1)
        where TFactor : struct, IFactor
    {
        var warp = SharedMemory.Allocate<Held>(GpuBackend.MostThreadsInGroup)
            .SubView(Group.IdxX / Fragments.Lanes * Fragments.Lanes, Fragments.Lanes);
        var lane = Group.IdxX % Fragments.Lanes;
        warp[lane] = new Held { Left = left, Right0 = right0, Right1 = right1 };
        Warp.Barrier();
        for (var word = 0; word < Fragments.NextWord; word++)
        {
            var a = warp[Fragments.Lane(Fragments.Line(lane), word)].Left;
            var b = warp[Fragments.Lane(Fragments.Column(lane), word)];
            var beside = warp[Fragments.Lane(Fragments.Column(lane) + 1, word)];
            sum.A += TFactor.Product(a.A, b.Right0) + TFactor.Product(a.C, b.Right1);
            sum.B += TFactor.Product(a.A, beside.Right0) + TFactor.Product(a.C, beside.Right1);
            sum.C += TFactor.Product(a.B, b.Right0) + TFactor.Product(a.D, b.Right1);
            sum.D += TFactor.Product(a.B, beside.Right0) + TFactor.Product(a.D, beside.Right1);
        }

        Warp.Barrier();
        return sum;
    }

    // What a thread holds of both operands.
    private struct Held
    {
        public Four<uint> Left;
        public uint Right0;
        public uint Right1;
    }
}
