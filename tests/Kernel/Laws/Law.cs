using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Laws;

/// <summary>Tries a law on many random graphs. The seed is fixed, so that a run can be repeated.</summary>
internal static class Law
{
    private static int Cases => Effort.IsPartial ? 50 : 10_000;

    /// <summary>Fails, with the smallest graph that FsCheck finds, where the law throws.</summary>
    public static void Holds(Proof proof, Action<RandomGraph> law, [CallerMemberName] string name = "") =>
        HoldsOf(proof, bytes => law(new RandomGraph(bytes)), name);

    /// <summary>The same for what bytes decide in another way.</summary>
    public static void HoldsOf(Proof proof, Action<byte[]> law, [CallerMemberName] string name = "")
    {
        var cases = Cases;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20_240_229UL, 7UL).WithStartSize(16).WithEndSize(64),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), law));
        proof.Tell($"Law, in {cases} cases on {Device.Default}: {name.Replace('_', ' ')}");
    }

    /// <summary>Fails where two sets of tensors differ by more than rounding.</summary>
    public static void AssertClose(IEnumerable<Tensor> expected, IEnumerable<Tensor> actual)
    {
        foreach (var (a, b) in expected.Zip(actual, (a, b) => (a.Detach(), b.Detach())))
        {
            Assert.Equal(a.Shape, b.Shape);
            var scale = 1 + a.Abs().Sum().Item<double>();
            Assert.Equal(0, (a - b).Abs().Sum().Item<double>(), 1e-10 * scale);
        }
    }
}
