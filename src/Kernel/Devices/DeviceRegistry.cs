using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>The devices that the packages at hand bring, each opened once.</summary>
/// <param name="findProviders">What asks for devices, or a line that says why nothing does.</param>
internal sealed class DeviceRegistry(Func<(IReadOnlyList<IDeviceProvider> Providers, string? Lack)> findProviders)
{
    private readonly ConcurrentDictionary<string, Lazy<Device>> opened = [];
    private readonly ConcurrentDictionary<int, Device> numbered = [];
    private int told;

    /// <summary>The devices of this process.</summary>
    public static DeviceRegistry Shared { get; } = new(DeviceProviders.Find);

    /// <summary>All devices, the processor first.</summary>
    public DeviceList All
    {
        get
        {
            var found = Found(out var lack);
            return new([Processor(), .. found.Select(one => one.Info)], lack);
        }
    }

    /// <summary>What is known of a device; null where it is none of <see cref="All"/>.</summary>
    public DeviceInfo? Info(Device device) =>
        device == Device.Cpu ? Processor() : All.FirstOrDefault(info => info.Name == device.Name);

    /// <summary>One of those that can be worked on.</summary>
    public Device Gpu(int index)
    {
        if (numbered.TryGetValue(index, out var known))
        {
            return known;
        }

        var found = Found(out var lack);
        Offer[] usable = [.. found.Where(one => one.Info.IsUsable)];
        if (usable.Length == 0)
        {
            throw new InvalidOperationException($"Device.Gpu: {Reasons(found, lack)}");
        }

        return index >= 0 && index < usable.Length
            ? numbered.GetOrAdd(index, Open(usable[index]))
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                $"Device.Gpu({index}): there are {usable.Length}, counted from 0: "
                + string.Join(", ", usable.Select(one => one.Info)));
    }

    /// <summary>
    /// The first that can be worked on and is not the processor under another name, else the processor; why that is so
    /// is told once.
    /// </summary>
    public Device Best(Action<string> tell)
    {
        var found = Found(out var lack);
        string reason;
        try
        {
            if (found.FirstOrDefault(one => one.Info is { IsUsable: true, IsProcessor: false }) is { } best)
            {
                return Open(best);
            }

            reason = Reasons(found, lack);
        }
        catch (InvalidOperationException problem)
        {
            reason = problem.Message;
        }

        if (Interlocked.Exchange(ref told, 1) == 0)
        {
            tell($"Device.Best is the processor: {reason}");
        }

        return Device.Cpu;
    }

    /// <summary>The device of a name.</summary>
    public Device Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name == Device.Cpu.Name)
        {
            return Device.Cpu;
        }

        if (name == "gpu")
        {
            return Gpu(0);
        }

        var found = Found(out var lack);
        var offer = found.FirstOrDefault(one => one.Info.Name == name || one.Info.Name == $"{name}:0")
            ?? throw new ArgumentException(
                $"Device.Parse: there is no {name} here; there are cpu"
                + string.Concat(found.Select(one => $", {one.Info}")) + (lack is null ? "" : $"; {lack}"));
        return offer.Info.Refusal is { } refusal
            ? throw new InvalidOperationException($"Device.Parse: {name} cannot be worked on: {refusal}")
            : Open(offer);
    }

    private static DeviceInfo Processor()
    {
        // Before its first collection the collector has not looked at the machine's load.
        var memory = GC.GetGCMemoryInfo();
        var free = memory.Index == 0 ? (long?)null : memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes;
        return new(
            Device.Cpu.Name,
            DeviceKind.Cpu,
            $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores",
            memory.TotalAvailableMemoryBytes,
            free < 0 ? 0 : free,
            IsProcessor: true);
    }

    private static string Reasons(Offer[] found, string? lack) => lack is not null ? lack
        : found.Length == 0 ? "no package at hand knows of a graphics processor"
        : "there is no graphics processor to work on: " + string.Join("; ", found.Select(one =>
            one.Info.IsUsable ? $"{one.Info} is the processor itself" : $"{one.Info}"));

    private Offer[] Found(out string? lack)
    {
        (var providers, lack) = findProviders();
        return [.. providers.SelectMany(provider => provider.Probe().Select(info => new Offer(provider, info)))];
    }

    private Device Open(Offer offer) => opened.GetOrAdd(
        offer.Info.Name, _ => new(() => new Device(offer.Provider.Open(offer.Info)))).Value;

    private sealed record Offer(IDeviceProvider Provider, DeviceInfo Info);
}
