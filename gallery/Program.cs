using NotebookGrad.Gallery;

var path = args.Length > 0 ? args[0] : "gallery.html";
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
File.WriteAllText(path, GalleryPage.Write(Room.All));
var count = Room.All.Sum(room => room.Exhibits.Count);
Console.WriteLine($"{path}: {count} pictures, {new FileInfo(path).Length:N0} bytes");
