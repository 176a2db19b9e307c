using NotebookGrad.Tests.Mathematics;

namespace NotebookGrad.Tests.Launching;

/// <summary>Every kernel that is launched compiles to PTX, and to what it means.</summary>
public class KernelInventoryTests(KernelTally tally) : IClassFixture<KernelTally>
{
    public static TheoryData<string> Names => [.. KernelInventory.All.Keys];

    [Fact]
    public void Everything_that_launches_is_in_the_inventory() => Assert.Empty(
        KernelInventory.Declared.Except(KernelInventory.All.Values.Select(
            type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_kernels_compile_to_exact_instructions(string name) => Assert.All(
        KernelInventory.Kernels(KernelInventory.All[name]),
        kernel =>
        {
            var text = KernelText.Ptx(kernel);
            ExactPtx.Check(text);
            tally.Add(text);
        });

    [AssemblerTheory]
    [MemberData(nameof(Names))]
    public void Its_kernels_are_assembled_and_find_room_in_registers(string name) => Assert.All(
        KernelInventory.Kernels(KernelInventory.All[name]),
        kernel =>
        {
            Assert.Contains(" 0 bytes spill stores", Assembler.Assemble(KernelText.Ptx(kernel)));
            tally.AddAssembled();
        });
}
