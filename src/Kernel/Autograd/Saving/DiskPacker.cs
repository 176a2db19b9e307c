namespace NotebookGrad;

/// <summary>Packs tensors into files.</summary>
internal sealed class DiskPacker(string folder) : SharingPacker
{
    // A smaller one is not worth a file.
    private const int SmallestBytes = 4096;

    protected override Form? PackNew(Tensor tensor)
    {
        if (tensor.Count * tensor.DType.Size < SmallestBytes)
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.npy");
        Npy.Save(path, tensor.Detach());
        return new InFile(path, tensor);
    }

    private sealed class InFile(string path, Tensor tensor) : Form(tensor)
    {
        private readonly Device device = tensor.Device;

        ~InFile() => DeleteFile();

        public override long Bytes => 0;

        public override Tensor Unpack() => Npy.Load(path).To(device);

        protected override void Delete()
        {
            DeleteFile();
            GC.SuppressFinalize(this);
        }

        private void DeleteFile()
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be deleted stays; nobody waits for an answer here.
            }
        }
    }
}
