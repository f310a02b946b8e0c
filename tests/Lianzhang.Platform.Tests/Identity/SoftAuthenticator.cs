using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lianzhang.Platform.Tests.Identity;

/// <summary>A device with a passkey, written to the WebAuthn standard apart from the product: makes one for a site, and shows it again.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasKey = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string owner = string.Empty;

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>How often it was used.</summary>
    public uint Uses { get; set; }

    /// <summary>Whether it asks its owner for a finger or a PIN.</summary>
    public bool Verifies { get; init; } = true;

    /// <summary>Answers navigator.credentials.create as JSON.</summary>
    public string Create(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        owner = (string)asked["user"]!["id"]!;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head((string)asked["rp"]!["id"]!, HasKey), .. new byte[16], 0, (byte)Id.Length, .. Id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new JsonObject { ["clientDataJSON"] = Text(ClientData("webauthn.create", asked, origin)), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Answers navigator.credentials.get as JSON.</summary>
    public string Show(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        Uses++;
        var (client, data) = (ClientData("webauthn.get", asked, origin), Head((string)asked["rpId"]!, 0));
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new JsonObject { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = owner });
    }

    public void Dispose() => key.Dispose();

    private byte[] Head(string site, byte more)
    {
        var uses = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(uses, Uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(Present | more | (Verifies ? Verified : 0)), .. uses];
    }

    private static byte[] ClientData(string type, JsonNode asked, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["type"] = type, ["challenge"] = (string)asked["challenge"]!, ["origin"] = origin, ["crossOrigin"] = false });

    private string Answer(JsonObject response) =>
        new JsonObject { ["id"] = Text(Id), ["rawId"] = Text(Id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
