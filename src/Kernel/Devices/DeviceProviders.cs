using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>Finds the packages that bring devices.</summary>
internal static class DeviceProviders
{
    private const string Package = "NotebookGrad.Gpu";

    private static readonly ConcurrentDictionary<Type, IDeviceProvider> Made = [];

    /// <summary>
    /// The providers of all assemblies that are loaded, and of the package that is meant for it where it is at hand: a
    /// notebook's #r makes it so, and loads nothing. A line says so where it lacks.
    /// </summary>
    public static (IReadOnlyList<IDeviceProvider> Providers, string? Lack) Find()
    {
        var lack = Load();
        var providers = In(AppDomain.CurrentDomain.GetAssemblies());
        return (providers, providers.Count == 0 ? lack : null);
    }

    /// <summary>The providers of some assemblies; a type has one.</summary>
    public static IReadOnlyList<IDeviceProvider> In(IEnumerable<Assembly> assemblies) =>
    [
        .. from assembly in assemblies
           from attribute in assembly.GetCustomAttributes<DeviceProviderAttribute>()
           select Made.GetOrAdd(
               attribute.Provider, type => (IDeviceProvider)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    private static string? Load()
    {
        try
        {
            var context = AssemblyLoadContext.GetLoadContext(typeof(Device).Assembly) ?? AssemblyLoadContext.Default;
            context.LoadFromAssemblyName(new AssemblyName(Package));
            return null;
        }
        catch (FileNotFoundException)
        {
            return $"{Package} is not at hand; put #r \"nuget: {Package}\" before";
        }
        catch (Exception problem) when (problem is FileLoadException or BadImageFormatException)
        {
            return $"{Package} does not load: {problem.Message}";
        }
    }
}
