using Xunit.Abstractions;
using Xunit.Sdk;

namespace NotebookGrad.Tests.Devices;

/// <summary>A test that is skipped where its class's device lacks.</summary>
[XunitTestCaseDiscoverer("NotebookGrad.Tests.Devices.DeviceFactDiscoverer", "NotebookGrad.Kernel.Tests")]
public sealed class DeviceFactAttribute : FactAttribute;

/// <summary>A test for rows of data that is skipped, once for all rows, where its class's device lacks.</summary>
[XunitTestCaseDiscoverer("NotebookGrad.Tests.Devices.DeviceTheoryDiscoverer", "NotebookGrad.Kernel.Tests")]
public sealed class DeviceTheoryAttribute : TheoryAttribute;

/// <summary>Makes the test case of a <see cref="DeviceFactAttribute"/>.</summary>
public sealed class DeviceFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        DeviceTestCase.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod)
            ?? base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

/// <summary>Makes the test cases of a <see cref="DeviceTheoryAttribute"/>.</summary>
public sealed class DeviceTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    /// <inheritdoc/>
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        DeviceTestCase.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod) is { } skipped
            ? [skipped]
            : base.Discover(discoveryOptions, testMethod, factAttribute);
}

/// <summary>Test cases of classes whose device lacks.</summary>
internal static class DeviceTestCase
{
    /// <summary>The case that says why it is skipped; null where the device is here.</summary>
    public static IXunitTestCase? Skipped(
        IMessageSink sink, ITestFrameworkDiscoveryOptions options, ITestMethod method) =>
        Lack(method.TestClass.Class) is { } lack
            ? new XunitSkippedDataRowTestCase(
                sink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, lack)
            : null;

    private static string? Lack(ITypeInfo tests) => tests.ToRuntimeType()
        .GetCustomAttributes(typeof(DeviceLackAttribute), inherit: true)
        .Cast<DeviceLackAttribute>().FirstOrDefault()?.Lack;
}
