using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Steps of an optimiser: the elements of several parameters in one launch, one after another as if they lay in a row.
/// </summary>
internal static class Updating<TKernel, T>
    where TKernel : struct, IUpdateKernel<TKernel>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        TKernel kernel, UpdateNumbers<OneNumber<T>> numbers, Batch batch);

    private static readonly Launcher<Launch> Steps = new(Step);

    public static void Run(
        GpuBackend backend, TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
    {
        var batch = default(Batch);
        (TKernel Kernel, UpdateNumbers<double> Numbers) before = default;
        foreach (var operands in parameters)
        {
            var begun = operands.Begin(kernel, options, out var numbers);
            if (operands.Parameter.Layout.Count == 0)
            {
                continue;
            }

            // Parameters are at the same step as a rule, and then share all numbers.
            if (batch.IsFull || (batch.Count > 0 && !(before.Kernel.Equals(begun) && before.Numbers == numbers)))
            {
                Start(backend, before.Kernel, before.Numbers, batch);
                batch = default;
            }

            before = (begun, numbers);
            batch.Add(new Part(operands));
        }

        if (batch.Count > 0)
        {
            Start(backend, before.Kernel, before.Numbers, batch);
        }
    }

    private static void Start(GpuBackend backend, TKernel kernel, UpdateNumbers<double> numbers, Batch batch)
    {
        lock (backend.Gate)
        {
            Steps.On(backend)(
                backend.Stream, backend.Threads(batch.Count), kernel, numbers.ConvertAll(OneNumber<T>.Of), batch);
        }
    }

    private static void Step(TKernel kernel, UpdateNumbers<OneNumber<T>> numbers, Batch batch)
    {
        for (long i = Thread.First; i < batch.Count; i += Thread.Count)
        {
            var place = i;
            var part = batch.Find(ref place);
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

    /// <summary>A parameter with what changes it.</summary>
    internal readonly struct Part(UpdateOperands operands)
    {
        public readonly ArrayView<T> Gradient = All(operands.Gradient);
        public readonly ArrayView<T> Parameter = All(operands.Parameter);
        public readonly ArrayView<T> First = State(operands, 0);
        public readonly ArrayView<T> Second = State(operands, 1);
        public readonly ArrayView<T> Third = State(operands, 2);
        public readonly int States = operands.States.Length;

        private static ArrayView<T> State(UpdateOperands operands, int number) =>
            All(number < operands.States.Length ? operands.States.Span[number] : operands.Parameter);

        private static ArrayView<T> All(View view) =>
            view.Elements<T>().SubView(view.Layout.Offset, view.Layout.Count);
    }

    /// <summary>What one launch takes. (A kernel's arguments cannot have arrays.)</summary>
    internal struct Batch
    {
        private Part part0;
        private Part part1;
        private Part part2;
        private Part part3;
        private Part part4;
        private Part part5;
        private Part part6;
        private Part part7;
        private int parts;

        /// <summary>How many elements there are.</summary>
        public long Count;

        /// <summary>Whether there is no room for another.</summary>
        public readonly bool IsFull => parts == 8;

        /// <summary>Adds a parameter.</summary>
        public void Add(Part part)
        {
            switch (parts++)
            {
                case 0: part0 = part; break;
                case 1: part1 = part; break;
                case 2: part2 = part; break;
                case 3: part3 = part; break;
                case 4: part4 = part; break;
                case 5: part5 = part; break;
                case 6: part6 = part; break;
                default: part7 = part; break;
            }

            Count += part.Parameter.Length;
        }

        /// <summary>The parameter that an element belongs to, whose place becomes that within it.</summary>
        public readonly Part Find(ref long place)
        {
            var found = part0;
            found = IsBeyond(found, 1, ref place) ? part1 : found;
            found = IsBeyond(found, 2, ref place) ? part2 : found;
            found = IsBeyond(found, 3, ref place) ? part3 : found;
            found = IsBeyond(found, 4, ref place) ? part4 : found;
            found = IsBeyond(found, 5, ref place) ? part5 : found;
            found = IsBeyond(found, 6, ref place) ? part6 : found;
            return IsBeyond(found, 7, ref place) ? part7 : found;
        }

        private readonly bool IsBeyond(Part part, int next, ref long place)
        {
            if (next >= parts || place < part.Parameter.Length)
            {
                return false;
            }

            place -= part.Parameter.Length;
            return true;
        }
    }
}
