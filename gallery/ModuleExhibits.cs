using NotebookGrad.Nn;

namespace NotebookGrad.Gallery;

/// <summary>Networks and what they are made of.</summary>
internal static class ModuleExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("A network part by part", "Where its parameters are, and what comes out of each part.", () =>
        {
            var net = new Sequential(
                ("features", new Sequential(
                    new Conv2d(1, 6, 5, padding: 2), new BatchNorm2d(6), new Relu(), new MaxPool2d(2),
                    new Conv2d(6, 16, 5), new Relu(), new MaxPool2d(2))),
                ("flatten", new Flatten()),
                ("classifier", new Sequential(new Linear(400, 120), new Dropout(), new Linear(120, 10))));
            net[0].RequiresGrad_(false);
            return net.Summary(Tensor.Zeros([32, 1, 28, 28]));
        }),
        new("A transformer layer", "Each call of a module is a frame.", () =>
        {
            Tensor.Seed(4);
            var layer = new TransformerEncoderLayer(8, 2, 16, dropout: 0, batchFirst: true);
            var loss = layer.Call(Tensor.Randn([1, 5, 8]).Named("x")).Square().Mean().Named("loss");
            loss.Backward();
            return loss.Graph();
        }),
    ];
}
