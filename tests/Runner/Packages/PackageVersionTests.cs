using NotebookGrad.Runner.Packages;

namespace NotebookGrad.Runner.Tests.Packages;

public class PackageVersionTests
{
    [Theory]
    [InlineData("1", "1.0.0")]
    [InlineData("1.2", "1.2.0")]
    [InlineData("1.2.3.0", "1.2.3")]
    [InlineData("1.2.3.4", "1.2.3.4")]
    [InlineData("01.02.03-RC.1+build", "1.2.3-rc.1")]
    public void A_version_has_one_form(string version, string normal) =>
        Assert.Equal(normal, PackageVersion.Normalize(version));
}
