using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lianzhang.Core.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Programmes;

/// <summary>A programme as it was published: its files, never changed afterwards.</summary>
internal sealed class ProgrammeVersion
{
    public long Id { get; init; }

    public required string Code { get; init; }

    /// <summary>Counts from 1 within the programme.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Why it was published.</summary>
    public required string Note { get; init; }

    /// <summary>SHA-256 over names and texts of the files.</summary>
    public required string Hash { get; init; }

    /// <summary>Names and texts of the files as JSON.</summary>
    public required string Files { get; init; }

    public IReadOnlyList<SourceFile> Sources => Unpack(Files);

    public static ProgrammeReading Read(string code, int number, string packed) =>
        ReadProgramme.ReadPublished($"{code}@{number}", [.. Unpack(packed).Select(file => file with { Path = $"{code}@{number}/{file.Name}" })]);

    public static IReadOnlyList<SourceFile> Unpack(string packed) => [.. JsonSerializer.Deserialize<Dictionary<string, string>>(packed)!.Select(file => new SourceFile(file.Key, file.Value))];

    public static string Pack(IReadOnlyList<SourceFile> files) =>
        JsonSerializer.Serialize(files.OrderBy(file => file.Name, StringComparer.Ordinal).ToDictionary(file => file.Name, file => file.Text));

    public static string HashOf(string packed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(packed)));
}

internal sealed class ProgrammeVersionTable : IEntityTypeConfiguration<ProgrammeVersion>
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> builder)
    {
        builder.ToTable("programmes_version");
        builder.HasIndex(version => new { version.Code, version.Number }).IsUnique();
        builder.Property(version => version.Code).HasMaxLength(64);
        builder.Property(version => version.Hash).HasMaxLength(64);
        builder.Ignore(version => version.Sources);
    }
}
