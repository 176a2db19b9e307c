using System.Text.RegularExpressions;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Mathematics;

namespace NotebookGrad.Tests.Matrices;

/// <summary>What tiles are for CUDA: registers, and loads of several elements at once.</summary>
public class TileTextTests
{
    public static TheoryData<Type, string> Tiles => new()
    {
        { typeof(TiledProduct<LargeTile<float>, float>), "v4.f32" },
        { typeof(TiledProduct<SmallTile<float>, float>), "v4.f32" },
        { typeof(TiledProduct<LargeTile<double>, double>), "v2.f64" },
        { typeof(TiledProduct<SmallTile<double>, double>), "v2.f64" },
    };

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Sums_stay_in_registers(Type launched, string vector)
    {
        var text = KernelText.Ptx(KernelText.First(launched));
        Assert.DoesNotContain(".local", text);
        Assert.DoesNotContain("call", text);
        Assert.Contains(vector, text);
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Elements_are_loaded_and_stored_several_at_once(Type launched, string vector)
    {
        var text = KernelText.Ptx(KernelText.First(launched));
        Assert.Contains($"ld.{vector}", text);
        Assert.Contains($"st.{vector}", text);
        Assert.Contains($"st.shared.{vector}", text);
        Assert.DoesNotMatch(@"ld\.shared\.f", text);
        Assert.Equal(launched.GetGenericArguments()[1] == typeof(float) ? 4 : 2, Regex.Match(text, @"ld\.shared\.v(\d)")
            .Groups[1].Value[0] - '0');
    }
}
