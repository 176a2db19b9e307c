namespace NotebookGrad.Inspection;

/// <summary>
/// A picture that is shown once and then replaced while something goes on: at most every so often, and for at most a
/// twentieth of the time, once what draws it is compiled. What goes on in another cell is shown there anew. A host that
/// fails costs only the picture. Not for several threads at a time.
/// </summary>
internal sealed class LiveDisplay(ILiveHost host, TimeProvider clock)
{
    private const int LeastRest = 20;

    private ILiveSurface? surface;
    private object? cell;
    private long begun;
    private TimeSpan due;
    private TimeSpan drawing;

    /// <summary>Has what is shown next be shown anew, and at once, if another cell runs now.</summary>
    public void Renew()
    {
        if (!Equals(cell, host.Cell))
        {
            (surface, due) = (null, TimeSpan.Zero);
        }
    }

    /// <summary>Shows what a function gives, if it is time to; the first time it is.</summary>
    public void Update(Func<IInspectable> picture)
    {
        if (clock.GetElapsedTime(begun) >= due)
        {
            Renew();
            Show(picture(), isLast: false);
        }
    }

    /// <summary>Shows a thing that stays, as far as is known.</summary>
    public void End(IInspectable last) => Show(last, isLast: true);

    private void Show(IInspectable thing, bool isLast)
    {
        try
        {
            if (surface is null)
            {
                (surface, cell, begun) = (host.Open(), host.Cell, clock.GetTimestamp());
            }

            var before = clock.GetElapsedTime(begun);
            surface.Show(thing, isLast);
            var now = clock.GetElapsedTime(begun);
            var pause = surface.PauseAfter(now);

            // What is drawn for the first time is compiled, which takes long and says nothing of the next time.
            var last = drawing;
            drawing = now - before;
            var rest = (drawing < last ? drawing : last) * LeastRest;
            due = now + (pause > rest ? pause : rest);
        }
        catch (Exception)
        {
            // What is shown must not stop what it shows; nobody sees the rest.
            surface = null;
            due = TimeSpan.MaxValue;
        }
    }
}
