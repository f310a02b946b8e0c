namespace Lianzhang.Core.Values;

/// <summary>A place in a text file; line and column count from 1, and 0 means the file as a whole.</summary>
public readonly record struct Location(string File, int Line = 0, int Column = 0)
{
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}

/// <summary>One thing that is wrong in a file that people write: where it is and what to do about it.</summary>
public sealed record Fault(Location At, Text Message)
{
    public string In(Language language) => $"{At}: {Message.In(language)}";

    public override string ToString() => In(Language.English);
}
