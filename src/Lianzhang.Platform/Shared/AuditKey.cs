using System.Security.Cryptography;
using System.Text;

namespace Lianzhang.Platform.Shared;

/// <summary>
/// The key that marks audit entries and signs the heads of their chain. It lies in a file outside the store, so that whoever
/// can write to the store cannot make an entry pass for one of the product's.
/// </summary>
public sealed class AuditKey : IDisposable
{
    private readonly ECDsa signing;
    private readonly byte[] marking;

    private AuditKey(ECDsa signing)
    {
        this.signing = signing;
        marking = HKDF.DeriveKey(HashAlgorithmName.SHA256, signing.ExportECPrivateKey(), outputLength: 32, info: Encoding.UTF8.GetBytes("lianzhang audit mark"));
    }

    /// <summary>Reads the key from its file, or makes one there that only the owner can read.</summary>
    public static AuditKey ReadOrCreate(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (!File.Exists(path))
            Create(path);
        return Read(path);
    }

    public static AuditKey Read(string path)
    {
        var read = ECDsa.Create();
        read.ImportFromPem(File.ReadAllText(path));
        return new AuditKey(read);
    }

    internal byte[] Mark(ReadOnlySpan<byte> content) => HMACSHA256.HashData(marking, content);

    internal byte[] Sign(ReadOnlySpan<byte> content) => signing.SignData(content, HashAlgorithmName.SHA256);

    internal bool IsSigned(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) => signing.VerifyData(content, signature, HashAlgorithmName.SHA256);

    public void Dispose() => signing.Dispose();

    private static void Create(string path)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Written beside and moved, so that a second process never reads half a key; the first to move wins.
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, Encoding.ASCII, options))
            writer.Write(made.ExportECPrivateKeyPem());
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
