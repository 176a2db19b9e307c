using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class CurveAxisTests
{
    [Fact]
    public void Ticks_are_round_and_enclose_the_numbers()
    {
        Assert.Equal([0, 0.5, 1, 1.5, 2, 2.5], CurveAxis.Rounded([0.31, 2.3], 7).Ticks);
        Assert.Equal([96, 97, 98, 99], CurveAxis.Rounded([96.4, 98.9], 4).Ticks);
        Assert.Equal([-80, -60, -40, -20, 0], CurveAxis.Rounded([-75, -10], 4).Ticks);
    }

    [Fact]
    public void Log_ticks_are_powers_of_ten_or_closer_where_there_is_room()
    {
        static bool AreNear(double a, double b) => Math.Abs(a - b) < 1e-9 * b;
        Assert.Equal([1, 2, 5, 10], CurveAxis.Logarithmic([1.5, 7], 7).Ticks, AreNear);
        Assert.Equal([0.01, 0.1, 1], CurveAxis.Logarithmic([0.005, 2.3], 7).Ticks, AreNear);
        Assert.InRange(CurveAxis.Logarithmic([1e-300, 1e300], 7).Ticks.Count, 2, 7);
    }

    [Fact]
    public void Whatever_the_numbers_places_lie_on_the_axis_in_order()
    {
        foreach (var curve in NastyCurves.All)
        {
            var values = curve.Series.SelectMany(one => one.Values).ToArray();
            foreach (var axis in new[] { CurveAxis.Rounded(values, 7), CurveAxis.Logarithmic(values, 7) })
            {
                var places = values.Where(axis.Holds).Order().Select(axis.Place).ToArray();
                Assert.All(places, place => Assert.InRange(place, 0, 1));
                Assert.Equal(places.Order(), places);
                Assert.InRange(axis.Ticks.Count, 1, 9);
                Assert.Equal(axis.Ticks.Order(), axis.Ticks);
            }
        }
    }
}
