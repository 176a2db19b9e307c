using NotebookGrad.Gallery;

namespace NotebookGrad.Tests;

[Collection("live")]
public class GalleryTests
{
    [Fact]
    public void Code_is_shown_as_a_notebook_would_have_it()
    {
        Assert.Equal("Tensor.Of(1f)", new Exhibit("", "", () => Tensor.Of(1f)).Code);
        Assert.Equal("var x = Tensor.Of(1f);\n\nx.Named(\"x\")", new Exhibit("", "", () =>
        {
            var x = Tensor.Of(1f);

            return x.Named("x");
        }).Code);
    }

    [Fact]
    public void A_network_is_shown_with_the_code_that_built_it() => Assert.Contains(
        "var loss = Functional.CrossEntropy(scores, labels)", GalleryPage.Write([new Room("", NetworkExhibits.All)]));

    [Fact]
    public void The_page_has_the_same_bytes_each_time() =>
        Assert.Equal(GalleryPage.Write(Room.All), GalleryPage.Write(Room.All));
}
