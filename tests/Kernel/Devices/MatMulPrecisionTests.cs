namespace NotebookGrad.Tests.Devices;

public class MatMulPrecisionTests
{
    [Fact]
    public void Products_are_as_exact_as_their_type_unless_set_otherwise()
    {
        Assert.Equal(MatMulPrecision.Highest, Device.MatMulPrecision);
        try
        {
            Device.MatMulPrecision = MatMulPrecision.Medium;
            Assert.Equal(MatMulPrecision.Medium, Device.MatMulPrecision);

            // 1 + 2⁻²⁰ is no number of fewer bits; the processor has them all.
            var fine = 1 + (1f / (1 << 20));
            Assert.Equal(fine, Tensor.Of([fine]).Reshape(1, 1).MatMul(Tensor.Ones(1, 1)).ToArray<float>()[0]);
        }
        finally
        {
            Device.MatMulPrecision = MatMulPrecision.Highest;
        }
    }

    [Fact]
    public void What_is_no_precision_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Device.MatMulPrecision = (MatMulPrecision)3);
        Assert.StartsWith("Device.MatMulPrecision: 3 is no precision; there are Highest, High, Medium", error.Message);
    }

    [Fact]
    public void The_processor_multiplies_by_itself() => Assert.Equal("NotebookGrad", Device.Cpu.MatMulLibrary);
}
