using System.Numerics;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Steps of an optimiser: the elements of several parameters in one launch, one after another as if they lay in a row.
/// </summary>
internal static class Updating<TKernel, T, TParts>
    where TKernel : struct, IUpdateKernel<TKernel>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TParts : struct, IUpdateParts<TParts, T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        TKernel kernel, UpdateNumbers<OneNumber<T>> numbers, TParts parts);

    private static readonly Launcher<Launch> Steps = new(Step);

    public static void Run(
        GpuBackend backend, TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
    {
        var alike = new List<UpdateOperands>(TParts.Room);
        (TKernel Kernel, UpdateNumbers<double> Numbers) before = default;
        foreach (var operands in parameters)
        {
            var begun = operands.Begin(kernel, options, out var numbers);
            if (operands.Parameter.Layout.Count == 0)
            {
                continue;
            }

            // Parameters are at the same step as a rule, and then share all numbers.
            if (alike.Count == TParts.Room || !(before.Kernel.Equals(begun) && before.Numbers == numbers))
            {
                Start(backend, before.Kernel, before.Numbers, alike);
                alike.Clear();
            }

            before = (begun, numbers);
            alike.Add(operands);
        }

        Start(backend, before.Kernel, before.Numbers, alike);
    }

    private static void Start(
        GpuBackend backend, TKernel kernel, UpdateNumbers<double> numbers, List<UpdateOperands> parameters)
    {
        if (parameters.Count > 0)
        {
            var parts = TParts.Of(CollectionsMarshal.AsSpan(parameters));
            lock (backend.Gate)
            {
                Steps.On(backend)(
                    backend.Stream, backend.Threads(parts.Count), kernel, numbers.ConvertAll(OneNumber<T>.Of), parts);
            }
        }
    }

    private static void Step(TKernel kernel, UpdateNumbers<OneNumber<T>> numbers, TParts parts)
    {
        for (long i = Thread.First; i < parts.Count; i += Thread.Count)
        {
            var place = i;
            var part = parts.Find(ref place);
            OneNumber<T> parameter = new(part.Parameter[place]);
            var (first, second, third) = (default(OneNumber<T>), default(OneNumber<T>), default(OneNumber<T>));
            if (part.States > 0)
            {
                first = new(part.First[place]);
            }

            if (part.States > 1)
            {
                second = new(part.Second[place]);
            }

            if (part.States > 2)
            {
                third = new(part.Third[place]);
            }

            kernel.Invoke(in numbers, new(part.Gradient[place]), ref parameter, ref first, ref second, ref third);
            part.Parameter[place] = parameter.Value;
            if (part.States > 0)
            {
                part.First[place] = first.Value;
            }

            if (part.States > 1)
            {
                part.Second[place] = second.Value;
            }

            if (part.States > 2)
            {
                part.Third[place] = third.Value;
            }
        }
    }
}
