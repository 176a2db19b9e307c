// The lecture's first gradient, as a program of its own; with "picture" also its graph.
using NotebookGrad;

var x = Tensor.Of(2f, requiresGrad: true);
var w = Tensor.Of(3f, requiresGrad: true);
var loss = ((x * w) - 2).Pow(2);
loss.Backward();
Console.WriteLine($"{x.Grad} {w.Grad}");
if (args is ["picture"])
{
    Console.WriteLine(loss.Graph().ToHtml());
}
