using NotebookGrad.Gallery;

var path = args.Length > 0 ? args[0] : "gallery.html";
File.WriteAllText(path, GalleryPage.Write(Room.All));
Console.WriteLine($"{path}: {Room.All.Sum(room => room.Exhibits.Count)} pictures, {new FileInfo(path).Length:N0} bytes");
