using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Tests.Drawings;

public class FlatteningTests
{
    [Fact]
    public void Lines_keep_to_their_curves()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            Point[] curve = [.. Enumerable.Range(0, 4).Select(_ => new Point(random.Next(500), random.Next(500)))];
            var line = Flattening.Line(curve);
            Assert.Equal((curve[0], curve[3]), (line[0], line[^1]));
            for (var t = 0.0; t <= 1; t += 1 / 512.0)
            {
                // De Casteljau's construction, where the flattening uses the polynomials.
                var (a, b, c) = (Between(curve[0], curve[1]), Between(curve[1], curve[2]), Between(curve[2], curve[3]));
                var point = Between(Between(a, b), Between(b, c));
                Assert.InRange(line.Zip(line.Skip(1), (from, to) => Distance(point, from, to)).Min(), 0, 0.05);

                Point Between(Point from, Point to) =>
                    new(from.X + (t * (to.X - from.X)), from.Y + (t * (to.Y - from.Y)));
            }
        }
    }

    private static double Distance(Point point, Point from, Point to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var along = (((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / Math.Max((dx * dx) + (dy * dy), 1e-9);
        var share = Math.Clamp(along, 0, 1);
        return Math.Sqrt(
            Math.Pow(point.X - from.X - (share * dx), 2) + Math.Pow(point.Y - from.Y - (share * dy), 2));
    }
}
