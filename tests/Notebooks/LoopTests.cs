namespace NotebookGrad.Notebooks;

/// <summary>A loop with progress in a notebook that is run and saved.</summary>
public sealed class LoopTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("notebookgrad-loops-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_saved_notebook_has_the_last_picture_of_each_loop_only()
    {
        var path = Path.Combine(folder, "loops.dib");
        await File.WriteAllTextAsync(path, """
            #!csharp

            #r "nuget: NotebookGrad"

            #!csharp

            using NotebookGrad;
            using NotebookGrad.Nn;
            var net = new Sequential(new Flatten(), new Linear(64, 10));
            var optimizer = new Adam(net.Parameters);
            var loader = new DataLoader(Datasets.Digits(), 100, shuffle: true, seed: 1);
            var batches = loader.WithProgress(epochs: 2);
            foreach (var (images, labels) in batches)
            {
                optimizer.ZeroGrad();
                Functional.CrossEntropy(net.Call(images), labels).Backward();
                optimizer.Step();
                System.Threading.Thread.Sleep(20);
            }

            #!csharp

            foreach (var (images, labels) in loader.WithProgress())
            {
                if (labels.Shape[0] < 100) break;
            }

            #!csharp

            batches
            """);
        var packages = Path.Combine(Repository.Root, "artifacts", "packages");
        var (exitCode, log) = await RunnerProcess.Run(folder, path, "--source", packages, "--output", folder);

        Assert.True(exitCode == 0, log);
        var notebook = NotebookFile.Read(Path.ChangeExtension(path, "ipynb"));
        var learning = notebook.CodeCells[1].Results.Split('\n');
        Assert.Equal(2, learning.Length);
        Assert.Contains("100%  2 epochs, 36 batches", learning[0]);
        Assert.Contains("loss ", learning[1]);
        Assert.Contains("stopped at batch 18 of 18", Assert.Single(notebook.CodeCells[2].Results.Split('\n')));
        Assert.Equal(learning[1], notebook.CodeCells[3].Results.Split('\n')[1]);
        Assert.DoesNotContain("epoch 1 of 2", notebook.Text);
    }
}
