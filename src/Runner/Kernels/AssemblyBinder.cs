using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using NotebookGrad.Runner.Packages;

namespace NotebookGrad.Runner.Kernels;

/// <summary>
/// Loads assemblies into the default context of the process, as .NET Interactive does, so that cells, packages and
/// the runner share one copy of each type.
/// </summary>
internal static class AssemblyBinder
{
    private static readonly ConcurrentDictionary<string, string> Managed = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<string, string> Native = new(StringComparer.OrdinalIgnoreCase);

    static AssemblyBinder()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) => name.Name is { } simple
            && Managed.TryGetValue(simple, out var path) ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => FindNative(name) is { } path
            ? NativeLibrary.Load(path)
            : 0;
    }

    /// <summary>Loads the file of <c>#r "path"</c>.</summary>
    /// <exception cref="CellFailureException">There is no such file.</exception>
    public static MetadataReference Load(string file, string directory)
    {
        var path = Path.GetFullPath(file, directory);
        if (!File.Exists(path))
        {
            throw new CellFailureException("FileNotFound", $"#r \"{file}\": there is no file {path}.", null);
        }

        return Reference(path, path);
    }

    /// <summary>Loads a package's assemblies and makes its native libraries findable.</summary>
    public static IEnumerable<MetadataReference> Load(ResolvedPackage package)
    {
        foreach (var path in package.Native)
        {
            Native[Path.GetFileName(path)] = path;
        }

        foreach (var path in package.Runtime)
        {
            Register(path);
        }

        var runtime = package.Runtime.ToLookup(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
        return [.. package.Compile.Select(path => Reference(path, runtime[Path.GetFileName(path)].FirstOrDefault()))];
    }

    /// <summary>What this process brought itself can't be loaded once more, so scripts compile against that.</summary>
    private static MetadataReference Reference(string compile, string? runtime)
    {
        if (ScriptReferences.OfProcess(Path.GetFileNameWithoutExtension(compile)) is { } own)
        {
            return MetadataReference.CreateFromFile(own);
        }

        if (runtime is not null)
        {
            Register(runtime);
            AssemblyLoadContext.Default.LoadFromAssemblyPath(runtime);
        }

        return MetadataReference.CreateFromFile(compile);
    }

    private static void Register(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (ScriptReferences.OfProcess(name) is null)
        {
            Managed[name] = path;
        }
    }

    private static string? FindNative(string name) =>
        new[] { name, $"{name}.dll", $"lib{name}.so", $"{name}.so", $"lib{name}.dylib", $"{name}.dylib" }
            .Select(file => Native.GetValueOrDefault(file))
            .FirstOrDefault(path => path is not null);
}
