using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends;

/// <summary>A plain backend that makes one piece of work of several calls, and counts it.</summary>
internal sealed class FusingBackend() : NaiveBackend("fusing"), IFusingBackend
{
    public int MostFusedViews => 6;

    public int MostFusedCalls => 8;

    /// <summary>The views that each piece of work was made for.</summary>
    public List<IReadOnlyList<View>> Fused { get; } = [];

    /// <summary>How often work was done.</summary>
    public int Runs { get; private set; }

    public IFusedWork Fuse(IReadOnlyList<View> operands, IReadOnlyList<View> results, Action<IPointwise> calls)
    {
        View[] given = [.. operands, .. results];
        Fused.Add(given);
        return new Work(this, given, calls);
    }

    private sealed class Work(FusingBackend backend, View[] given, Action<IPointwise> calls) : IFusedWork
    {
        public void Run(ReadOnlySpan<View> views)
        {
            backend.Runs++;
            var storages = new Dictionary<Storage, Storage>();
            for (var i = 0; i < views.Length; i++)
            {
                Assert.True(given[i].Layout.LiesAs(views[i].Layout));
                storages[given[i].Storage] = views[i].Storage;
            }

            calls(new StandingIn(backend, storages));
        }
    }

    // Storages that nobody else is given are made for one run.
    private sealed class StandingIn(IBackend to, Dictionary<Storage, Storage> storages) : IPointwise
    {
        public void Copy(View source, View target) => to.Copy(Of(source), Of(target));

        public void Fill(View target, Scalar value) => to.Fill(Of(target), value);

        public void Map<TKernel>(TKernel kernel, View x, View y)
            where TKernel : struct, IUnaryKernel<TKernel> => to.Map(kernel, Of(x), Of(y));

        public void MapReal<TKernel>(TKernel kernel, View x, View y)
            where TKernel : struct, IRealUnaryKernel<TKernel> => to.MapReal(kernel, Of(x), Of(y));

        public void Zip<TKernel>(TKernel kernel, View a, View b, View y)
            where TKernel : struct, IBinaryKernel<TKernel> => to.Zip(kernel, Of(a), Of(b), Of(y));

        public void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
            where TKernel : struct, IRealBinaryKernel<TKernel> => to.ZipReal(kernel, Of(a), Of(b), Of(y));

        public void Compare<TKernel>(View a, View b, View y)
            where TKernel : struct, IComparisonKernel => to.Compare<TKernel>(Of(a), Of(b), Of(y));

        public void Select(View condition, View a, View b, View y) => to.Select(Of(condition), Of(a), Of(b), Of(y));

        private View Of(View view)
        {
            if (!storages.TryGetValue(view.Storage, out var storage))
            {
                storages[view.Storage] = storage = to.Allocate(view.DType, view.Storage.Length);
            }

            return new(storage, view.Layout);
        }
    }
}
