using NotebookGrad.Layouts;

namespace NotebookGrad.Tests.Layouts;

public class SeparatedPlacesTests
{
    [Fact]
    public void Wishes_that_keep_their_distance_are_granted() =>
        Assert.Equal([0, 5, 20], SeparatedPlaces.Nearest([0, 5, 20], [1, 1, 1], [0, 5, 10]));

    [Fact]
    public void Wishes_that_clash_are_shared_by_weight() =>
        Assert.Equal([-2.5, 7.5], SeparatedPlaces.Nearest([0, 0], [3, 1], [0, 10]));

    [Fact]
    public void No_random_neighbours_come_too_close()
    {
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            var count = random.Next(1, 20);
            double[] Numbers(double scale) => [.. Enumerable.Range(0, count).Select(_ => scale * random.NextDouble())];
            var separations = Numbers(10);
            var places = SeparatedPlaces.Nearest(Numbers(50), Numbers(3), separations);
            for (var index = 1; index < count; index++)
            {
                Assert.True(places[index] - places[index - 1] >= separations[index] - 1e-9);
            }
        }
    }
}
